import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readLesson } from '../../desktop/domain/course/lesson.ts'
import { linksOf } from '../../desktop/domain/course/links.ts'
import { lintLesson, titleProblems } from '../../desktop/domain/course/lint-text.ts'
import {
  noStudy,
  studyProjection,
  studyText,
  type Study,
} from '../../desktop/domain/course/study.ts'
import { readGlossary } from '../../desktop/domain/course/term.ts'

const known = {
  terms: new Set(['denominator']),
  lessons: new Set(['a1/01-first']),
  scenarios: new Set(['b4/pay']),
  datasets: new Set(['census-2020']),
  notebooks: new Set(['ageing']),
}

/** A lesson of these words, and what the linter says of it. */
function lint(body: string, head = 'minutes: 1', track: 'A' | 'B' = 'A') {
  const source = `---\ntitle: { zh: 第一课, en: First }\n${head}\n---\n${body}\n`
  const reading = readLesson('lesson.md', source)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return lintLesson(source, reading.value, track, known)
}

describe('links', () => {
  it('are found in prose and in exercises, not in code', () => {
    const text =
      '[甲](#/learn) `[乙](x)`\n```sql\n[丙](y)\n```\n```exercise\nask: "[丁](z)"\n```\n![](p.png)'
    expect(linksOf(text)).toEqual([
      { target: '#/learn', line: 1, picture: false },
      { target: 'z', line: 6, picture: false },
      { target: 'p.png', line: 8, picture: true },
    ])
  })
})

describe('lint', () => {
  it.each([
    ['[分母](glossary:denominator)'],
    ['[课](#/learn/a1/01-first)、[练](#/phone/b4/pay)、[数](#/research/census-2020)'],
    ['[数](#/research/census-2020?q=x)、[记](#/notebooks/ageing)、[都](#/learn)'],
  ])('takes %s', (text) => {
    expect(lint(text).errors).toEqual([])
  })
  it.each([
    ['[分子](glossary:numerator)', '术语表里没有'],
    ['[课](#/learn/a1/02-gone)', '不存在'],
    ['[练](#/phone/b4/gone)', '不存在'],
    ['[数](#/research/gone)', '不存在'],
    ['[网](https://example.org)', '点不开'],
    ['![图](figure.png)', '不会显示'],
  ])('refuses %s', (text, problem) => {
    const { errors } = lint(`第一段。\n\n${text}`)
    expect(errors).toMatchObject([{ file: 'lesson.md', line: 7 }])
    expect(errors[0]?.problem).toContain(problem)
  })
  it('names a dataset that is not there, and titles left in Chinese', () => {
    expect(lint('文字。', 'minutes: 1\ndatasets: [gone]').errors[0]?.problem).toContain('gone')
    expect(titleProblems({ zh: '数', en: '数' })).toHaveLength(1)
    expect(titleProblems({ zh: 'SQL', en: 'SQL' })).toHaveLength(1)
    expect(titleProblems({ zh: '查数', en: 'Querying' })).toEqual([])
  })
  it('wonders at minutes that the text does not take', () => {
    expect(lint('字'.repeat(1500), 'minutes: 5').remarks).toEqual([])
    expect(lint('字'.repeat(1500), 'minutes: 20').remarks[0]?.problem).toContain('约 5 分钟')
  })
  it('wonders at long sentences for the elderly alone', () => {
    const long = `${'字'.repeat(46)}。`
    expect(lint(long, 'minutes: 1', 'B').remarks).toMatchObject([{ line: 5 }])
    expect(lint(long, 'minutes: 1', 'A').remarks).toEqual([])
    expect(lint(`${'字'.repeat(30)}。${'字'.repeat(30)}。`, 'minutes: 1', 'B').remarks).toEqual([])
  })
})

describe('glossary', () => {
  it('is read in its order, and its own mistakes are told with their lines', () => {
    expect(
      readGlossary('b: { zh: 乙, en: B, say: 说。 }\na: { zh: 甲, en: A, say: 说。 }\n'),
    ).toEqual({
      ok: true,
      value: [
        { id: 'b', zh: '乙', en: 'B', say: '说。' },
        { id: 'a', zh: '甲', en: 'A', say: '说。' },
      ],
    })
    expect(readGlossary('a: { zh: 甲, say: 说。 }')).toMatchObject({ ok: false })
  })
  it('ships with at least forty terms, each with an example, none twice', () => {
    const reading = readGlossary(readFileSync('courses/glossary.yaml', 'utf8'))
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
    expect(reading.value.length).toBeGreaterThanOrEqual(40)
    expect(new Set(reading.value.map(({ zh }) => zh)).size).toBe(reading.value.length)
  })
})

describe('notes and bookmarks', () => {
  const place = { course: 'a1', lesson: '01', part: '分母', heading: '分母' }
  const at = '2026-11-26T01:00:00.000Z'
  const after = (...events: { type: string; by?: string; data: Record<string, unknown> }[]) =>
    events.reduce(
      (state, event) => studyProjection.reduce(state, { by: 'p-1', at, ...event }),
      studyProjection.initial,
    )
  const note = (text: string) => ({ type: 'study.noted', data: { ...place, text } })
  const mark = (on: boolean) => ({ type: 'study.bookmarked', data: { ...place, on } })

  it.each<[string, Parameters<typeof after>, Study | undefined]>([
    [
      'the last note of a place',
      [note('一'), note('二')],
      { ...noStudy, notes: [{ ...place, text: '二', at }] },
    ],
    ['no empty note', [note('一'), note(' ')], noStudy],
    [
      'one bookmark a place',
      [mark(true), mark(true)],
      { ...noStudy, bookmarks: [{ ...place, at }] },
    ],
    ['no bookmark taken away', [mark(true), mark(false)], noStudy],
    ['nothing of the forgotten', [note('一'), { type: 'person.forgotten', data: {} }], undefined],
    ['nothing of a broken event', [{ type: 'study.noted', data: { text: 3 } }], undefined],
  ])('keep %s', (_what, events, study) => {
    expect(after(...events)['p-1']).toEqual(study)
  })
  it('keep two people apart, whatever their names', () => {
    const state = after(note('一'), { ...note('二'), by: 'p-2' })
    expect(state['p-1']?.notes[0]?.text).toBe('一')
    expect(state['p-2']?.notes[0]?.text).toBe('二')
  })
  it('are written out as a file', () => {
    const study = { notes: [{ ...place, text: '谁在下面', at }], bookmarks: [{ ...place, at }] }
    expect(studyText(study, () => '课', { notes: '笔记', bookmarks: '书签' })).toBe(
      '# 笔记\n\n## 课 · 分母\n\n谁在下面\n\n2026-11-26\n\n# 书签\n\n- 课 · 分母\n',
    )
  })
})
