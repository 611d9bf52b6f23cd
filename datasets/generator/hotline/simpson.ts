import { communities } from '../anlan/city.ts'
import { temporary, values } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { matters } from './matters.ts'

/** Matters of which fewer are satisfied, in %, are hard. */
export const hardBelow = 80

/** Of 100 calls from an ordinary street, those about hard matters; the pair lies on both sides of it. */
const usualHardShare = 36

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** Of 100 calls from a street with the mean habits of old and new quarters, those about hard matters. */
function naturalHardShare(): number {
  const [hard, easy] = [true, false].map((isHard) =>
    total(
      matters
        .filter(({ satisfied_rate }) => Number(satisfied_rate) < hardBelow === isHard)
        .map((matter) => {
          const all = total(
            communities.map(({ kind, residents }) => residents * Number(matter[kind])),
          )
          return (
            (Number(matter['weight']) * (Number(matter['old']) + Number(matter['new']))) / 2 / all
          )
        }),
    ),
  )
  return (100 * (hard ?? 0)) / ((hard ?? 0) + (easy ?? 0))
}

/**
 * `pulls(street, hard, per_mille)`: what the pair's calls about hard and about easy matters are
 * multiplied by, so that of the one's calls `pull` times as many are about hard matters as of the other's.
 */
export function pullTable({ street, rival, pull }: Truths['simpson']): string {
  const natural = naturalHardShare()
  const rows = [
    { name: street, share: usualHardShare * Math.sqrt(pull) },
    { name: rival, share: usualHardShare / Math.sqrt(pull) },
  ].flatMap(({ name, share }) => [
    { street: name, hard: true, per_mille: Math.round((1000 * share) / natural) },
    { street: name, hard: false, per_mille: Math.round((1000 * (100 - share)) / (100 - natural)) },
  ])
  return temporary('pulls', `FROM ${values('p', ['street', 'hard', 'per_mille'], rows)}`)
}

/**
 * SQL of the chance to be content, of which the rival's lies so much lower that of its *answered*
 * call-backs `points` fewer of 100 are satisfied. Those who are content are called back with the chance
 * `asked_if_content`, the others with `asked_if_not`; by Bayes' rule of those called back
 * q = p·a / (p·a + (1 − p)·b) are content, and p follows from q the same way back.
 */
export function rivalled({ rival, points }: Truths['simpson']): string {
  const [a, b] = ['asked_if_content', 'asked_if_not']
  return `CASE WHEN street <> '${rival}' THEN chance
         ELSE (shown - ${points / 100}) * ${b} / ((1 - shown + ${points / 100}) * ${a} + (shown - ${points / 100}) * ${b}) END`
}

/** SQL of q: how many of those called back are content, if `chance` of all are. */
export const shown =
  'chance * asked_if_content / (chance * asked_if_content + (1 - chance) * asked_if_not)'
