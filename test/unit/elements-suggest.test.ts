import { describe, expect, it } from 'vitest'
import { residentCheckSign } from '../../desktop/domain/catalogue/elements/resident-id.ts'
import { suggest } from '../../desktop/domain/catalogue/elements/suggest.ts'
import { context, dictionary } from './elements-support.ts'

const elements = [...dictionary.elements.values()]
const once = (values: readonly string[]) => values.map((value) => ({ value, rows: 1 }))
const ids = Array.from({ length: 50 }, (_, n) => {
  const body = `99010219${50 + (n % 40)}0101${String(n).padStart(3, '0')}`
  return body + residentCheckSign(body)
})

function first(name: string, title: string | undefined, values: readonly string[]) {
  const [suggestion] = suggest([{ name, title, values: once(values) }], elements, context)
  const [candidate] = suggestion?.candidates ?? []
  return { ...candidate, clear: suggestion?.clear, candidates: suggestion?.candidates ?? [] }
}

describe('suggest', () => {
  it.each([
    ['身份证号', undefined, ids, 'resident-id'],
    ['column7', undefined, ids, 'resident-id'],
    ['xb', '性别', ['男', '女'], 'sex'],
    ['sex', undefined, ['1', '2'], 'sex'],
    ['申请人身份证号码', undefined, ids, 'resident-id'],
    ['mobile', '手机号', ['13800000000', '13900000001'], 'mobile'],
    ['created_at', '受理时间', ['2025-01-02 03:04:05'], 'created-at'],
    ['closed_at', '办结时间', ['2025-01-02 03:04:05'], 'closed-at'],
    ['community_code', '社区代码', ['990102001001'], 'community-code'],
    ['request_type', '诉求类型', ['投诉', '求助'], 'request-type'],
    ['ethnicity', '民族', ['汉族', '回族'], 'ethnicity'],
    ['building_area', '建筑面积', ['88.5'], 'building-area'],
  ] as const)('%s (%s) is clear', (name, title, values, id) => {
    const found = first(name, title, values)
    expect([found.element, found.clear]).toEqual([id, true])
  })

  it('says why, in counts', () => {
    expect(first('身份证号', undefined, ids).reasons).toEqual([
      { kind: 'synonym', name: '身份证号' },
      { kind: 'fits', fitting: 50, of: 50 },
    ])
    expect(first('身份证号', undefined, []).reasons).toEqual([
      { kind: 'synonym', name: '身份证号' },
      { kind: 'no-values' },
    ])
  })

  it('believes the values more than the name', () => {
    const wrong = first('身份证号', undefined, ['张某', '李某', '王某'])
    expect(wrong.clear).not.toBe(true)
    const phones = first('身份证号', undefined, ['13800000000', '13900000001'])
    expect(phones.element).toBe('mobile')
  })

  it('leaves a choice open where several fit', () => {
    const phone = first('电话', undefined, [])
    expect(phone.clear).toBe(false)
    expect(phone.candidates.map(({ element }) => element).toSorted()).toEqual([
      'landline',
      'mobile',
    ])
  })

  it('proposes nothing where nothing speaks for anything', () => {
    expect(first('q17', '备用字段', ['x', 'y']).candidates).toEqual([])
    expect(first('flag', undefined, ['0', '1']).candidates).toEqual([])
  })
})
