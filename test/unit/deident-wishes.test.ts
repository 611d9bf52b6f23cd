import { describe, expect, it } from 'vitest'
import { wishesOf } from '../../desktop/host/cli/import-wishes.ts'
import { UsageError } from '../../desktop/host/cli/verb.ts'

describe('what is decided on the command line', () => {
  it('is taken by name or in Chinese words', () => {
    const decide = ['电话=mask', '年龄=改成年龄段', 'a=b=drop']
    expect(wishesOf({ decide, level: 'important', quasi: '性别，年龄,', sensitive: '' })).toEqual({
      decisions: { 电话: 'mask', 年龄: 'age_band', 'a=b': 'drop' },
      level: 'important',
      quasi: ['性别', '年龄'],
      sensitive: null,
    })
    expect(wishesOf({ level: 'general' })).toEqual({
      ...{ decisions: {}, level: 'general', quasi: undefined, sensitive: undefined },
    })
  })

  it.each([['电话'], ['=mask'], ['电话=hide'], ['']])('is refused: “%s”', (text) => {
    expect(() => wishesOf({ decide: [text], level: 'general' })).toThrow(UsageError)
  })

  it('knows the levels', () => {
    expect(() => wishesOf({ level: 'secret' })).toThrow(/general、important、core/)
  })
})
