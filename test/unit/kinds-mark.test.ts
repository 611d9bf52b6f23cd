import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markSchema, type MarkExercise } from '../../desktop/domain/course/mark/exercise.ts'
import { judgeMarks } from '../../desktop/domain/course/mark/judge.ts'
import { readMarked } from '../../desktop/domain/course/mark/marked-text.ts'
import { tidySpans, type Span } from '../../desktop/domain/course/mark/span.ts'
import { tellMarks } from '../../desktop/domain/course/mark/tell.ts'
import { writtenAnswer } from '../../desktop/domain/course/written.ts'
import { textPieces, widened } from '../../desktop/domain/course/mark/words.ts'
import { checked, exercise as written, rulesHold } from './kinds-support.ts'

const source =
  '来电人[[王秀兰|name]]（[[139-1234-5678|mobile]]）反映桂花街道12345热线没人接，她住[[柳荫路8号3栋|address]]，请回电。'
const parts = {
  id: 'redact',
  kind: 'mark',
  ask: '标出认得出人的地方。',
  text: source,
  labels: { name: '姓名', mobile: '手机号', address: '住址' },
  because: { name: '认得出人。', mobile: '打得通本人。', address: '找得到家门。' },
  trap: [{ text: 12345, say: '这是热线，不是谁的电话。' }],
}
const exercise: MarkExercise = markSchema.parse(parts)

describe('a text to mark', () => {
  rulesHold(written(parts))
})
const { text, spans } = exercise.text

/** The span of a piece of the text. */
function at(piece: string): Span {
  const from = text.indexOf(piece)
  expect(from, piece).toBeGreaterThanOrEqual(0)
  return { from, to: from + piece.length }
}
const judged = (...pieces: string[]) => judgeMarks(exercise, pieces.map(at))
const all = ['王秀兰', '139-1234-5678', '柳荫路8号3栋']

describe('marks', () => {
  it.each<[string, string[], boolean, number, number]>([
    ['exactly', all, true, 3, 0],
    ['nothing', [], false, 0, 0],
    ['a character more', ['王秀兰', '139-1234-5678', '住柳荫路8号3栋'], true, 3, 0],
    ['a name and two more', ['来电人王秀兰'.slice(1), ...all.slice(1)], true, 3, 0],
    ['brackets along', ['（139-1234-5678）', '王秀兰', '柳荫路8号3栋'], true, 3, 0],
    ['half a number', ['王秀兰', '139-1234', '柳荫路8号3栋'], false, 2, 0],
    ['a number in three marks', ['139', '1234', '5678', '王秀兰', '柳荫路8号3栋'], true, 3, 0],
    ['a name too short by one', ['王秀', ...all.slice(1)], false, 2, 0],
    ['the hotline', [...all, '12345'], false, 3, 1],
    ['a word of no kind', [...all, '没人接'], false, 3, 1],
    ['everything', [text], false, 3, 3],
    ['punctuation only', [...all, '，'], true, 3, 0],
    ['a name without need of its clause', ['反映桂花街道12345热线没人接'], false, 0, 1],
  ])('%s', (_, pieces, correct, found, falseAlarms) => {
    expect(judged(...pieces)).toMatchObject({ correct, found, of: 3, falseAlarms })
  })

  it('tells a wider mark in a note, and each wrong mark by its own reason', () => {
    expect(judged('人王秀兰', ...all.slice(1)).notes[0]).toContain('多标了 1 个字')
    const judgement = judged('王秀兰', '139-1234', '12345')
    const { message, notes } = tellMarks(exercise, judgement)
    expect(message).toContain('共 3 处，找到 1 处；误报 1 处')
    expect(notes).toEqual(['漏了 1 处住址。找得到家门。'])
    expect(judgement.findings.map(({ say }) => say)).toEqual([
      '姓名：认得出人。',
      '手机号只标了一部分，还有 4 个字露在外面。打得通本人。',
      '这是热线，不是谁的电话。',
      '住址：找得到家门。',
    ])
  })

  it('passes with what the author allows', () => {
    const lenient = { ...exercise, pass: { found: 0.6, false: 1 } }
    const marks = ['王秀兰', '柳荫路8号3栋', '没人接'].map(at)
    expect(judgeMarks(lenient, marks).correct).toBe(true)
    expect(judgeMarks(lenient, marks.slice(1)).correct).toBe(false)
  })

  it('never cuts a rare character in two', () => {
    const rare = markSchema.parse({
      ...parts,
      text: '找[[𠮷田|name]]。',
      labels: { name: '姓名' },
      because: { name: '认得出人。' },
      trap: [],
    })
    expect(judgeMarks(rare, [{ from: 2, to: 4 }])).toMatchObject({ correct: true, found: 1 })
  })
})

const anywhere = fc
  .tuple(fc.nat(text.length), fc.nat(text.length))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
const several = fc.array(anywhere, { maxLength: 8 })

describe('for any marks', () => {
  it('order and cutting do not matter', () => {
    fc.assert(
      fc.property(several, fc.nat(), (marks, seed) => {
        const halves = marks.flatMap(({ from, to }) => {
          const middle = from + (seed % (to - from + 1))
          return [
            { from: middle, to },
            { from, to: middle },
          ]
        })
        expect(judgeMarks(exercise, halves)).toEqual(judgeMarks(exercise, marks))
      }),
    )
  })

  it('more marks never find less, and counts agree with the findings', () => {
    fc.assert(
      fc.property(several, anywhere, (marks, more) => {
        const one = judgeMarks(exercise, marks)
        expect(judgeMarks(exercise, [...marks, more]).found).toBeGreaterThanOrEqual(one.found)
        const wrong = one.findings.filter(
          ({ outcome }) => outcome === 'false' || outcome === 'broad',
        )
        expect(wrong.length).toBeLessThanOrEqual(one.falseAlarms)
        expect(wrong.length === 0).toBe(one.falseAlarms === 0)
        expect(one.findings).toHaveLength(spans.length + wrong.length)
      }),
    )
  })

  it('tidy spans are apart, in order and inside the text', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ from: fc.integer(), to: fc.integer() })), (marks) => {
        const tidy = tidySpans(text, marks)
        let after = -1
        for (const { from, to } of tidy) {
          expect(from).toBeGreaterThan(after)
          expect(to).toBeGreaterThan(from)
          after = to
        }
        expect(after).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('what an author writes', () => {
  it('is read without its signs', () => {
    const reading = readMarked('住[[柳荫路|address]]。')
    expect(reading).toMatchObject({ ok: true, value: { text: '住柳荫路。' } })
    expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(all)
  })

  it.each([
    ['[[王秀兰]]来电', '没有配成'],
    ['[[王秀兰|name]来电', '没有配成'],
    ['[[王秀兰|]]来电', '要写种类'],
    ['[[，|name]]来电', '没有可标的字'],
    ['没有人', '一处也没有标'],
    ['[[王秀兰|nick]]', '没有写 nick 叫什么'],
  ])('%s is refused', (written, problem) => {
    const checked = markSchema.safeParse({ ...parts, text: written })
    expect(checked.error?.issues.map(({ message }) => message).join()).toContain(problem)
  })

  it('may set no trap that is not there, or has to be marked', () => {
    for (const [trap, problem] of [
      ['12321', '没有“12321”'],
      ['王秀', '本身就要标'],
    ]) {
      const checked = markSchema.safeParse({ ...parts, trap: [{ text: trap, say: '不是。' }] })
      expect(checked.error?.issues[0]?.message).toContain(problem)
    }
  })
})

describe('words', () => {
  const pieces = textPieces(text)

  it('are the whole text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        expect(
          textPieces(any)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(any)
      }),
    )
  })

  it('a mark widens to the right over joints, then to the left, and stops at punctuation', () => {
    let mark = at('139')
    mark = widened(pieces, mark)
    expect(text.slice(mark.from, mark.to)).toBe('139-1234')
    mark = widened(pieces, mark)
    expect(text.slice(mark.from, mark.to)).toBe('139-1234-5678')
    expect(widened(pieces, mark)).toEqual(mark)
  })
})

it('a written answer lists what is to be marked', () => {
  const read = (answer: string) => writtenAnswer(written(parts), answer)
  const given = read('[王秀兰, 139-1234-5678, 柳荫路8号3栋]')
  expect(given.ok && checked(written(parts), given.answer).code).toBe('ok')
  expect(read('- 没有的字').ok).toBe(false)
})

it('marks of a text that was changed since are not judged', () => {
  const marks = [{ from: 0, to: 2, text: '张三' }]
  expect(checked(written(parts), { kind: 'mark', marks }).code).toBe('error')
})
