import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asNotebook, newNotebook, withTitle } from '../../desktop/domain/notebook/new-notebook.ts'
import { freeId, wishedId } from '../../desktop/domain/notebook/notebook-id.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { compareTexts } from '../../desktop/domain/notebook/text-diff.ts'
import { thinned } from '../../desktop/domain/notebook/thin.ts'

describe('a comparison of two texts', () => {
  it('marks changed words, counts lines and leaves equal ones out', () => {
    const before = ['头', 'a', 'b', 'c', 'd', 'e', '全市有 12 个街道超过', '尾'].join('\n')
    const after = ['头', 'a', 'b', 'c', 'd', 'e', '全市有 15 个街道超过', '尾', '新'].join('\n')
    const { rows, added, removed } = compareTexts(before, after)
    expect([added, removed]).toEqual([2, 1])
    expect(rows[0]).toEqual({ kind: 'skipped', before: 1, lines: 4 })
    expect(rows.find(({ kind }) => kind === 'removed')).toEqual({
      kind: 'removed',
      before: 7,
      pieces: [
        { text: '全市有 ', changed: false },
        { text: '12', changed: true },
        { text: ' 个街道超过', changed: false },
      ],
    })
    expect(rows.at(-1)).toMatchObject({ kind: 'added', after: 9 })
  })

  it('says when only the line ends differ', () => {
    expect(compareTexts('a\nb\n', 'a\r\nb\r\n')).toMatchObject({ rows: [], endsOnly: true })
    expect(compareTexts('a\n', 'a\n')).toMatchObject({ rows: [], endsOnly: false })
  })

  it('holds both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b b', '甲乙', ''), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { rows } = compareTexts(one.join('\n'), other.join('\n'))
        const lineOf = (all: string[], row: number) => all[row - 1] ?? ''
        for (const row of rows) {
          if (row.kind === 'skipped') continue
          const shown = row.kind === 'same' ? row.text : row.pieces.map((p) => p.text).join('')
          if (row.kind !== 'added') expect(shown).toBe(lineOf(one, row.before))
          if (row.kind !== 'removed') expect(shown).toBe(lineOf(other, row.after))
        }
      }),
    )
  })
})

describe('the versions that stay', () => {
  const now = Date.UTC(2026, 10, 26, 12)
  const ago = (minutes: number, pinned = false) => ({ at: now - minutes * 60_000, pinned })
  const day = 24 * 60

  it.each([
    ['each of another minute', [0.4, 1.4, 2.4], [0.4, 1.4, 2.4]],
    ['the last of a minute', [3.1, 3.5, 3.9], [3.1]],
    ['one in ten minutes, of today', [121, 123, 129, 131], [121, 131]],
    ['one a day, of this month', [day * 2.1, day * 2.2, day * 3.1], [day * 2.1, day * 3.1]],
  ])('are %s', (_, minutes, stay) => {
    const kept = thinned(
      minutes.map((m) => ago(m)),
      now,
    )
    expect(kept).toEqual(stay.map((m) => ago(m)))
  })

  it('are all that are pinned', () => {
    const versions = [ago(3.1), ago(3.2, true), ago(3.3), ago(3.4, true)]
    expect(thinned(versions, now)).toEqual([versions[0], versions[1], versions[3]])
  })

  it('stay when they are thinned again, and are never too many', () => {
    const one = fc.record({
      at: fc.integer({ min: now - 400 * day * 60_000, max: now }),
      pinned: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 400 }), (all) => {
        const versions = all.toSorted((a, b) => b.at - a.at)
        const kept = thinned(versions, now)
        expect(thinned(kept, now)).toEqual(kept)
        expect(kept[0]).toBe(versions[0])
        expect(kept.length).toBeLessThanOrEqual(200 + 61 + 145 + 32 + 15)
      }),
    )
  })
})

describe('a new notebook', () => {
  it.each([
    ['Street data: a look', 'street-data-a-look'],
    ['Évolution', 'evolution'],
    ['老龄化与数字鸿沟', 'notebook-20261126-1'],
    ['12345 热线', 'notebook-20261126-1'],
    ['2026', 'notebook-20261126-1'],
    ['CON', 'notebook-20261126-1'],
    ['', 'notebook-20261126-1'],
    ['😀', 'notebook-20261126-1'],
    ['x'.repeat(90), 'x'.repeat(48)],
  ])('called %j is %s', (title, id) => expect(wishedId(title, '20261126')).toBe(id))

  it('takes the next free number', () => {
    const taken = new Set(['a', 'a-2', 'notebook-20261126-1', 'census-2020'])
    expect(freeId('b', taken)).toBe('b')
    expect(freeId('a', taken)).toBe('a-3')
    expect(freeId('notebook-20261126-1', taken)).toBe('notebook-20261126-2')
    expect(freeId('census-2020', taken)).toBe('census-2020-2')
  })

  it('can be read as it was meant', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (raw) => {
        const title = raw.replaceAll(/\s+/g, ' ').trim()
        fc.pre(title !== '' && title.length <= 100 && !/[\p{Cc}\u2028\u2029\uFEFF]/u.test(title))
        const source = newNotebook({
          title,
          datasets: ['census-2020'],
          text: '正文',
          table: 'census_2020',
        })
        const { head, problems } = parseNotebook(source)
        expect(problems).toEqual([])
        expect(head.title).toBe(title)
        const renamed = withTitle(source, `${title}！`)
        expect(renamed === undefined ? title : parseNotebook(renamed).head.title).toBe(
          renamed === undefined ? title : `${title}！`,
        )
      }),
    )
  })

  it('keeps everything but its title when it is renamed', () => {
    const source = '---\r\n# 说明\r\ntitle: "旧"\r\nquestion: 谁？\r\n---\r\ntitle: 正文\r\n'
    const named = '---\r\n# 说明\r\ntitle: 新：名\r\nquestion: 谁？\r\n---\r\ntitle: 正文\r\n'
    expect(withTitle(source, '新：名')).toBe(named)
    expect(withTitle('正文\n', '新')).toBe('---\ntitle: 新\n---\n\n正文\n')
    expect(withTitle('---\ntitle: [\n---\n', '新')).toBeUndefined()
    expect(withTitle('---\ntitle: >\n  折\n  行\n---\n', '新')).toBeUndefined()
  })

  it('is made of any Markdown file', () => {
    expect(asNotebook('\uFEFF# 调研 #\n\n正文', 'x.md')).toBe('---\ntitle: 调研\n---\n\n正文')
    expect(parseNotebook(asNotebook('正文', '街道.md')).head.title).toBe('街道')
    const own = '---\ntitle: 已有\n---\n'
    expect(asNotebook(own, 'x.md')).toBe(own)
  })
})
