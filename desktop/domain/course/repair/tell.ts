import { scoreWords } from '../score-words.ts'
import type { RepairExercise } from './exercise.ts'
import type { RepairFinding, RepairJudgement } from './judge.ts'

/** So many reasons are read at once; all of them stand in the table. */
const mostNotes = 4

/** What is said about a repaired table: the score, then the first things that are not right. */
export function tellRepair(
  { pass }: Pick<RepairExercise, 'pass'>,
  judgement: RepairJudgement,
): { readonly message: string; readonly notes: readonly string[] } {
  const { halfway, findings } = judgement
  const seen = halfway > 0 ? `另有 ${halfway} 处看出来了，还没有改对。` : ''
  const wrong = findings.filter(({ outcome }) => outcome === 'value' || outcome === 'false')
  const told = wrong.slice(0, mostNotes).map((finding) => `${placeOf(finding)}：${finding.say}`)
  const more = wrong.length - told.length
  return {
    message: scoreWords(judgement, pass) + seen,
    notes: more > 0 ? [...told, `还有 ${more} 处，理由写在表里。`] : told,
  }
}

const placeOf = ({ row, column }: RepairFinding): string =>
  column === null ? `第 ${row} 行` : `第 ${row} 行的“${column}”`
