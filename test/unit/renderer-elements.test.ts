import { describe, expect, it } from 'vitest'
import { filterElements } from '../../desktop/renderer/features/catalogue/elements/filter.ts'
import { dictionary } from './elements-support.ts'

const all = [...dictionary.elements.values()]
const found = (text: string, database: Parameters<typeof filterElements>[2] = 'all') =>
  filterElements(all, text, database).map(({ id }) => id)

describe('the dictionary’s search', () => {
  it('finds by name, column name, meaning and source', () => {
    expect(found('')).toHaveLength(all.length)
    expect(found('sfzh')).toEqual(['resident-id'])
    expect(found('ID Card')).toContain('resident-id')
    expect(found('GB 32100')).toEqual(['credit-code'])
    expect(found('校验码 法人')).toEqual(['credit-code'])
    expect(found('性别', 'place')).toEqual([])
  })
})
