import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressCores } from '../../desktop/domain/privacy/address-core.ts'
import { toldByWords } from '../../desktop/domain/privacy/after-words.ts'
import { matchesOf } from '../../desktop/domain/privacy/matches.ts'
import { spacedNames } from '../../desktop/domain/privacy/names.ts'
import { plainText } from '../../desktop/domain/privacy/plain-text.ts'
import { soundedNames } from '../../desktop/domain/privacy/sounded-names.ts'
import { signs, textSigns } from '../../desktop/domain/privacy/words/text-signs.ts'
import { developmentSet } from '../bench/privacy-corpus/one/set.ts'
import { thirdSet } from '../bench/privacy-corpus/three/set.ts'

/** What is looked for only where the text has one of these signs. */
const looks = [
  { find: addressCores, needs: signs.unit | signs.dash },
  { find: spacedNames, needs: signs.apart },
  { find: soundedNames, needs: signs.surname },
  { find: toldByWords, needs: signs.told },
]

it('the quick look at the signs of a text misses nothing that the slow one finds', () => {
  const sets = [developmentSet(), thirdSet('seen'), thirdSet('kept')]
  const texts = sets.flatMap(({ formal, chatty }) => [...formal, ...chatty]).map(({ text }) => text)
  const missed = texts.flatMap((text) => {
    const plain = plainText(text)
    const { has } = textSigns(text)
    return looks
      .filter(({ find, needs }) => (has & needs) === 0 && find(plain).length > 0)
      .map(({ find }) => [find.name, text])
  })
  expect(missed).toEqual([])
})

it('without a point there is no name with one', () => {
  const signsOf = fc.constantFrom(...Array.from('阿依古丽买提尼克木王军·•・‧ ，a1'))
  fc.assert(
    fc.property(fc.string({ unit: signsOf, maxLength: 24 }), (text) => {
      const isPointed = (textSigns(text).has & signs.middle) !== 0
      expect(soundedNames(text, isPointed)).toEqual(soundedNames(text))
    }),
  )
})

it('a pattern used again and again gives what a copy of it gives', () => {
  const patterns = [/\d+/g, /[ab]{1,2}(?=c)/gi, /(?<one>a)|b/dg]
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      fc.array(fc.string({ unit: fc.constantFrom(...Array.from('aAbBc12 ')), maxLength: 12 })),
      (pattern, texts) => {
        for (const text of texts) {
          expect(matchesOf(text, pattern)).toEqual([...text.matchAll(new RegExp(pattern))])
        }
      },
    ),
  )
})

it.each([
  ['联系人：王 磊，已到场', signs.apart],
  ['联系人：王\u3000磊，已到场', signs.apart],
  ['联系人：王  磊，已到场', signs.apart],
  ['住３号楼', signs.unit],
  ['住三单元', signs.unit],
  ['住Ａ座', signs.unit],
])('%s', (text, sign) => {
  expect(textSigns(text).has & sign).toBe(sign)
})

it.each([
  ['第 4429 次反映', signs.apart],
  ['单元楼的户主', signs.unit],
])('nothing of it in %s', (text, sign) => {
  expect(textSigns(text).has & sign).toBe(0)
})
