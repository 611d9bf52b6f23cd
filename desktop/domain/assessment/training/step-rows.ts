import { sittingKinds, type SittingKind } from '../events.ts'
import { finalOutcome } from '../outcome.ts'
import { metIn } from '../met.ts'
import type { TrainingRow } from './columns.ts'
import { finalEnd } from './final-tries.ts'
import { finalWords } from './final-words.ts'
import { headOf, stepWords, weekOf } from './common.ts'
import type { Numbered } from './rows.ts'

/** For each learner and each step one row, whether it was taken or not. */
export function stepRows(facts: Numbered): TrainingRow[] {
  return facts.people.flatMap((person) => {
    const head = { record: '步骤', ...headOf(facts, person) }
    return [
      { ...head, step: '在册', done: 1, week: weekOf(facts.training.begunAt) },
      ...sittingKinds.map((kind) => ({ ...head, ...testRow(facts, person, kind) })),
      { ...head, ...capstoneRow(facts, person) },
    ]
  })
}

/** Of several finals the first counts in the distribution; passed is who passed any. */
function testRow(facts: Numbered, person: string, kind: SittingKind): TrainingRow {
  const { sittings, pass } = facts
  const own = sittings.filter(
    (one) => one.learner === person && one.kind === kind && one.end !== null,
  )
  const [first] = own
  const step = stepWords[kind]
  const final_end = kind === 'final' ? endOf(facts, person) : null
  if (!first) return { step, done: 0, passed: kind === 'final' ? 0 : null, final_end }
  const met = metIn(first)
  const right = met.filter(({ correct }) => correct).length
  const passed = own.some((one) => finalOutcome({ pass }, one).passed)
  return {
    ...{ step, done: 1, form: first.form, sitting_no: own.length, week: weekOf(first.endedAt) },
    ...{ right_count: right, right_square: right ** 2 },
    of_count: kind === 'placement' ? met.length : first.items.length,
    passed: kind === 'final' ? Number(passed) : null,
    final_end,
  }
}

/** As the page counts it: of who left, only what was handed in here. */
function endOf(facts: Numbered, person: string): string | null {
  const { id, pass, all, inClass } = facts
  const found = finalEnd({ training: id, pass, sittings: all }, person)
  if (found === undefined) return null
  if (found !== 'elsewhere') return finalWords[found.end]
  const begun = facts.sittings.some((one) => one.learner === person && one.kind === 'final')
  return begun || inClass.includes(person) ? finalWords.elsewhere : null
}

function capstoneRow({ works }: Numbered, person: string): TrainingRow {
  const work = works.findLast((one) => one.learner === person && !one.withdrawn)
  return { step: '结业项目', done: Number(work !== undefined), week: weekOf(work?.at ?? null) }
}
