import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { call, openLearning, type LearningBench } from './learning-support.ts'

/** Texts pasted by mistake into the answers of the lesson on AI: taken or refused with a sentence. */

let bench: LearningBench
const written: string[] = []
beforeAll(async () => {
  bench = await openLearning()
  for (const stream of [process.stdout, process.stderr]) {
    const own = stream.write.bind(stream)
    vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      written.push(String(text))
      return own(text, ...(rest as []))
    })
  }
})
afterAll(async () => {
  vi.restoreAllMocks()
  await bench.close()
})

const mark = '贴错'
const pieces: Readonly<Record<string, string>> = {
  letters: `${mark}了的话 `,
  emoji: `${mark}👵🏽🧓‍♂️ `,
  'right to left': `${mark}‮اَلْعَرَبِيَّةُ‬ `,
  'zero width': `${mark}\u200b\u200d\ufeff`,
  HTML: `${mark}<img src=x onerror=alert(1)><script>x()</script> `,
}
const long = (piece: string, signs: number) =>
  piece.repeat(Math.ceil(signs / piece.length)).slice(0, signs)

const exercises = [
  ['02-check-the-ai-report', 'check-share', 'sql'],
  ['02-check-the-ai-report', 'mark-the-faults', 'mark'],
  ['02-check-the-ai-report', 'rewrite-seven', 'short'],
  ['03-false-alarms', 'how-many-true', 'number'],
  ['04-who-is-hit', 'chart-missed', 'chart'],
] as const
const course = 'a8-ai-bigdata'

const table = exercises.flatMap(([lesson, id, kind]) =>
  Object.keys(pieces).map((what) => [kind, what, lesson, id] as const),
)

describe.each(table)('%s given %s', (kind, what, lesson, id) => {
  const piece = pieces[what] ?? ''

  it.each([10_000, 1_000_000])('of %i signs is judged or refused in a sentence', async (signs) => {
    const text = long(piece, signs)
    const told = await bench.learning
      .grade(course, lesson, id, text)
      .catch((error: unknown) => error)
    if (signs > 100_000) {
      expect(told).toMatchObject({ code: 'too_large', params: { signs, most: 100_000 } })
    } else {
      const said = told as { correct?: boolean; code?: string; message?: string }
      expect(said.correct ?? false).toBe(false)
      expect(said.code).toBeTruthy()
    }
  })

  it('goes through the window’s door the same way, and is kept nowhere', async () => {
    const text = long(piece, 10_000)
    const answers = {
      sql: { kind: 'sql', sql: text },
      mark: { kind: 'mark', marks: [{ from: 0, to: 3000, text: text.slice(0, 3000) }] },
      short: { kind: 'short', text: text.slice(0, 5000), met: [] },
      number: { kind: 'number', text: text.slice(0, 100) },
      chart: { kind: 'chart', cell: text },
    } as const
    const input = { course, lesson, exercise: id, learner: 'p-1', hints: 0, answer: answers[kind] }
    const asked = async () => bench.learning.handlers['exercise.check'](input as never, call)
    const told = await asked().catch((error: unknown) => error)
    expect((told as { correct?: boolean }).correct ?? false).toBe(false)
    expect(written.filter((line) => line.length > 2000 && line.includes(mark))).toEqual([])
  })
})
