import { wordsOfCode } from '../chosen.ts'
import { sittingKinds } from '../events.ts'
import { metIn, type Met } from '../met.ts'
import type { SittingRecord } from '../record.ts'
import { scoreGroups, type ScoreGroup } from '../score-groups.ts'
import type { TrainingRow } from './columns.ts'
import { headOf, stepWords, weekOf } from './common.ts'
import type { Numbered } from './rows.ts'
import { tryOf } from './tries.ts'

const groupWords: Readonly<Record<ScoreGroup, string>> = { upper: '上', middle: '中', lower: '下' }

interface Sat {
  readonly sitting: SittingRecord
  readonly times: number
  readonly met: readonly Met[]
}

/** A row for each question that a learner met, of tests that have ended. */
export function answerRows(facts: Numbered): TrainingRow[] {
  const sat = satIn(facts)
  const groups = groupsOf(sat)
  return sat.flatMap((one) => {
    const { sitting, met, times } = one
    const right = met.filter(({ correct }) => correct).length
    const head = {
      ...{ record: '答题', ...headOf(facts, sitting.learner) },
      ...{ step: stepWords[sitting.kind], form: sitting.form, sitting_no: times },
      ...{ week: weekOf(sitting.endedAt), score_group: groups.get(one) ?? null },
    }
    return met.map((answer) => ({
      ...head,
      ...answered(facts, answer),
      ...restOf(answer, right, met.length),
    }))
  })
}

function satIn({ sittings, all }: Numbered): Sat[] {
  const ended = sittings.filter(({ end }) => end !== null)
  return ended.map((sitting) => {
    return { sitting, times: tryOf(all, sitting), met: metIn(sitting) }
  })
}

/** Among first sittings of the same step and form: only these asked the like. */
function groupsOf(sat: readonly Sat[]): Map<Sat, string> {
  const found = new Map<Sat, string>()
  for (const kind of sittingKinds) {
    for (const form of ['A', 'B', null]) {
      const own = sat.filter(
        ({ sitting, times, met }) =>
          sitting.kind === kind && sitting.form === form && times === 1 && met.length > 0,
      )
      const scores = own.map(({ met }) => met.filter((one) => one.correct).length / met.length)
      for (const [at, group] of scoreGroups(scores).entries()) {
        const one = own[at]
        if (one) found.set(one, groupWords[group])
      }
    }
  }
  return found
}

function answered(facts: Numbered, one: Met): TrainingRow {
  const { course, item, question, correct, skipped, chosen, seconds } = one
  const known = facts.item(course, item)
  return {
    ...{ course, item, question, seconds, correct: Number(correct) },
    course_title: known?.courseTitle ?? course,
    objective: known?.objective ?? null,
    objective_title: known?.objectiveTitle ?? null,
    state: skipped ? '没答' : correct ? '对' : '错',
    choice: chosen === '' ? null : chosen,
    choice_text: (chosen && wordsOfCode(chosen, known?.options ?? [])) ?? null,
  }
}

function restOf({ correct }: Met, right: number, of: number): TrainingRow {
  if (of < 2) return {}
  const share = (right - Number(correct)) / (of - 1)
  return { rest_share: share, rest_square: share ** 2, rest_if_right: correct ? share : 0 }
}
