import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../desktop/contract/learn.ts'
import { isOnData } from '../../desktop/domain/course/data-exercise.ts'
import { rulesOf, type Exercise } from '../../desktop/domain/course/exercise.ts'
import { choicesFrom } from '../../desktop/domain/course/kinds/chart-given.ts'
import { pivotBody } from '../../desktop/domain/course/kinds/data-views.ts'
import { rightChoice } from '../../desktop/domain/course/kinds/indicator.ts'
import { writeChart } from '../../desktop/domain/notebook/chart-form/write.ts'
import { createAssessment } from '../../desktop/services/assessment/handlers.ts'
import { sittingLesson } from '../../desktop/services/assessment/sitting-lessons.ts'
import { call, openLearning, type LearningBench } from './learning-support.ts'

/** The shipped programme, taken by somebody who knows everything and by somebody who knows nothing. */

const programme = 'cadre-data'
const kinds = ['placement', 'before', 'after', 'final'] as const
let seed = 20_261_127

let bench: LearningBench
let proof: ReturnType<typeof createAssessment>
beforeAll(async () => {
  bench = await openLearning()
  const { library, programmes, exercises, sittings } = bench.learning
  proof = createAssessment({
    ...{ journal: bench.journal, datasets: bench.catalogue, library, programmes, exercises },
    ...{ lessons: sittings, newSeed: () => (seed += 1) },
  })
})
afterAll(() => bench.close())

/** The answer that the bank's author thinks right. */
function rightAnswer(exercise: Exercise): Answer {
  if (exercise.kind === 'sql') {
    // a ranking's reference is the whole of it, an answer only its first rows
    const { reference, top } = exercise
    return { kind: 'sql', sql: top === undefined ? reference : `${reference}\nLIMIT ${top}` }
  }
  if (exercise.kind === 'query') return { kind: 'query', cell: stringify(exercise.cell) }
  if (exercise.kind === 'pivot' && exercise.cell) {
    return { kind: 'pivot', cell: pivotBody(exercise.cell) }
  }
  if (exercise.kind === 'chart') {
    return { kind: 'chart', cell: writeChart(choicesFrom(exercise.reference)) }
  }
  if (exercise.kind === 'indicator') return { kind: 'indicator', ...rightChoice(exercise) }
  if (isOnData(exercise)) throw new Error(`no right answer for ${exercise.kind}`)
  const answer = rulesOf(exercise).right(exercise)
  if (!answer) throw new Error(exercise.id)
  return answer
}

const begin = async (learner: string, kind: (typeof kinds)[number]) =>
  (await proof['proof.begin']({ learner, programme, kind }, call)).sitting

async function takeRightly(learner: string, kind: (typeof kinds)[number]) {
  const sitting = await begin(learner, kind)
  const { blocks } = await bench.learning.sittings.lesson(sittingLesson(sitting))
  let next: string | null = null
  for (const block of blocks) {
    if (block.kind !== 'exercise') continue
    const { exercise } = block
    // the placement asks no more than it must
    if (next !== null && exercise.id !== next) continue
    const answer = rightAnswer(exercise)
    const input = { learner, sitting, question: exercise.id, answer, seconds: 30 }
    next = (await proof['proof.answer'](input, call)).next
  }
  return proof['proof.end']({ learner, sitting, end: 'handed-in' }, call)
}

describe('the shipped programme', () => {
  it('may be taken whole', async () => {
    const [found] = await proof['proof.programmes']({ learner: 'anybody' }, call)
    expect(found?.steps.map(({ kind, state, questions }) => [kind, state, questions])).toEqual([
      ['placement', 'open', 27],
      ['before', 'open', 18],
      ['after', 'locked', 18],
      ['final', 'open', 27],
    ])
  })

  it('gives all to who knows all', async () => {
    const learner = 'knows-all'
    const placement = await takeRightly(learner, 'placement')
    expect(placement.placement.map(({ state }) => state)).toEqual(Array(9).fill('known'))
    for (const kind of ['before', 'after', 'final'] as const) {
      const { right, total, passed } = await takeRightly(learner, kind)
      expect([kind, right]).toEqual([kind, total])
      if (kind === 'final') expect(passed).toBe(true)
    }
  }, 240_000)

  it('gives nothing to who answers nothing, and says what to look at', async () => {
    const learner = 'knows-nothing'
    const sitting = await begin(learner, 'final')
    const result = await proof['proof.end']({ learner, sitting, end: 'handed-in' }, call)
    expect(result).toMatchObject({ right: 0, total: 27, passed: false })
    for (const { objective, title, lessons } of result.objectives) {
      expect(title.zh, objective).not.toBe(objective)
      expect(lessons.length, objective).toBeGreaterThan(0)
    }
  })

  it('gives two people other questions or other numbers', async () => {
    const asked = async (learner: string) => {
      const sitting = await begin(learner, 'final')
      const { lesson } = await proof['proof.sitting']({ learner, sitting }, call)
      return lesson.blocks.flatMap((block) => ('ask' in block ? [JSON.stringify(block)] : []))
    }
    const [one, other] = [await asked('first'), await asked('second')]
    const same = one.filter((text, at) => text === other[at])
    expect(same.length).toBeLessThan(3)
  })
})
