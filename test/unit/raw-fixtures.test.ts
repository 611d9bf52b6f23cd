import { describe, expect, it } from 'vitest'
import { rawFiles } from '../../datasets/generator/raw/raw.ts'

const [residents, tickets, labels] = rawFiles(20_250_101).map(({ text }) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(',')),
)

const column = (table: string[][] | undefined, name: string) => {
  const [header = [], ...rows] = table ?? []
  const at = header.indexOf(name)
  return rows.map((row) => row[at] ?? '')
}

/** GB 11643-1999: Σ digit × 2^(18 − place), the check's weight being 1, is 1 modulo 11. */
const hasRightCheck = (id: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]
  const digits = Array.from(id, (digit) => (digit === 'X' ? 10 : Number(digit)))
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11 === 1
}

describe('the raw ledger', () => {
  it('has 1,000 people with ids whose check is right, in areas that are no province’s', () => {
    const ids = column(residents, '公民身份号码')
    expect(new Set(ids).size).toBe(1000)
    expect(ids.filter((id) => !/^99\d{4}(?:19|20)\d{9}[\dX]$/.test(id))).toEqual([])
    expect(ids.filter((id) => !hasRightCheck(id))).toEqual([])
    const born = ids.map((id) => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)
    expect(born).toEqual(column(residents, '出生日期'))
    const sexes = ids.map((id) => (Number(id[16]) % 2 === 1 ? '男' : '女'))
    expect(sexes).toEqual(column(residents, '性别'))
  })

  it('has telephones of prefixes that nobody was given, and addresses in Anlan', () => {
    expect(column(residents, '手机号码').every((phone) => /^1(?:54|61)\d{8}$/.test(phone))).toBe(
      true,
    )
    expect(column(residents, '住址').every((address) => address.startsWith('安澜市'))).toBe(true)
  })

  it('is the same for the same seed', () => {
    expect(rawFiles(3)).toEqual(rawFiles(3))
    expect(rawFiles(4)).not.toEqual(rawFiles(3))
  })
})

describe('the raw tickets', () => {
  const texts = column(tickets, '诉求内容')
  const rows = column(labels, 'row').map(Number)
  const spans = rows.map((row, at) => {
    const [start, end] = ['start', 'end'].map((name) => Number(column(labels, name)[at]))
    return { kind: column(labels, 'kind')[at], text: texts[row - 1]?.slice(start, end) ?? '' }
  })
  const of = (kind: string) => spans.filter((span) => span.kind === kind).map(({ text }) => text)

  it('say where each name, telephone, id and address stands', () => {
    expect(texts).toHaveLength(1000)
    const plain = of('mobile').map((text) => text.normalize('NFKC').replace(/\+86|[- ]/g, ''))
    expect(plain.filter((phone) => !/^1(?:54|61)\d{8}$/.test(phone))).toEqual([])
    const ids = of('resident_id').map((text) => text.replaceAll(' ', '').toUpperCase())
    expect(ids.filter((id) => !hasRightCheck(id))).toEqual([])
    expect(of('address').filter((text) => !/^安澜市.+室$/.test(text))).toEqual([])
    expect(of('name').filter((text) => !/^\p{Script=Han}{2,3}$/u.test(text))).toEqual([])
    expect(Math.min(plain.length, ids.length, of('address').length)).toBeGreaterThan(100)
  })

  it('hold a part that gives nobody away, where a scanner must keep silent', () => {
    expect(new Set(rows).size).toBeLessThan(900)
    expect(new Set(rows).size).toBeGreaterThan(600)
  })
})
