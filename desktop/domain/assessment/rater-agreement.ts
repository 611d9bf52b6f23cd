import { exactShare, krippendorffAlpha, mean, weightedKappa } from './agreement.ts'
import { bootstrapInterval, type Interval } from './bootstrap.ts'
import { chanceOf } from './draw.ts'
import type { RaterRole } from './events.ts'
import type { RatingRecord } from './record.ts'
import { judged, type Levels, type Rubric } from './rubric.ts'

/** With fewer works a coefficient says more of chance than of the raters. */
export const fewestWorks = 5

/** Krippendorff's α, ordinal, with its interval. */
export interface Alpha {
  readonly value: number
  readonly interval: Interval | null
}

export interface CriterionAgreement {
  readonly criterion: string
  /** The share of all pairs of raters of one work who gave the same level. */
  readonly exact: number | null
  readonly pairs: number
  readonly alpha: Alpha | null
}

/** How much higher a group judges than the facilitator, in levels of one criterion. */
export interface Leniency {
  readonly role: Exclude<RaterRole, 'facilitator'>
  readonly difference: number | null
  /** Levels compared. */
  readonly compared: number
}

export interface RaterAgreement {
  /** Works with two raters or more. */
  readonly works: number
  readonly criteria: readonly CriterionAgreement[]
  /** All criteria together. */
  readonly alpha: Alpha | null
  /** Of the author and the facilitator, with quadratic weights. */
  readonly kappa: number | null
  readonly leniency: readonly Leniency[]
}

/** The ratings of one work. */
type Ratings = readonly RatingRecord[]

/**
 * How far those who judged agree. Counted on what each gave before he saw the others: what was
 * changed in the talk afterwards shows that they talked, not that the rubric is read alike.
 *
 * @param facilitator with whom the others are compared
 * @param seed of the resampling: the same works, the same interval
 */
export function agreementOf(
  rubric: Rubric,
  works: readonly Ratings[],
  facilitator: string,
  seed: number,
): RaterAgreement {
  const twice = works.filter((ratings) => ratings.length > 1)
  const enough = twice.length >= fewestWorks
  const ids = rubric.criteria.map(({ id }) => id)
  const alpha = (criteria: readonly string[]) =>
    enough ? alphaOf(rubric, twice, criteria, seed) : null
  const own = compared(rubric, twice, 'self', facilitator)
  return {
    works: twice.length,
    criteria: ids.map((criterion) => {
      const units = twice.map((ratings) => levelsAt(rubric, ratings, criterion))
      const pairs = units.reduce((all, { length }) => all + (length * (length - 1)) / 2, 0)
      return { criterion, exact: exactShare(units) ?? null, pairs, alpha: alpha([criterion]) }
    }),
    alpha: alpha(ids),
    kappa: enough ? (weightedKappa(own) ?? null) : null,
    leniency: (['self', 'peer'] as const).map((role) => {
      const pairs = compared(rubric, twice, role, facilitator)
      const difference = mean(pairs.map(([theirs, facilitators]) => theirs - facilitators)) ?? null
      return { role, difference, compared: pairs.length }
    }),
  }
}

/** What somebody gave before he saw the others' levels. */
export const firstLevels = ({ first, levels }: RatingRecord): Levels => first ?? levels

function levelsAt(rubric: Rubric, ratings: Ratings, criterion: string): number[] {
  return ratings.flatMap((rating) => judged(rubric, firstLevels(rating)).levels[criterion] ?? [])
}

function alphaOf(
  rubric: Rubric,
  works: readonly Ratings[],
  criteria: readonly string[],
  seed: number,
): Alpha | null {
  const units = works.map((ratings) => criteria.map((one) => levelsAt(rubric, ratings, one)))
  const compute = (drawn: typeof units) => krippendorffAlpha(drawn.flat(), 'ordinal')
  const value = compute(units)
  if (value === undefined) return null
  const chance = chanceOf(seed, 'alpha', ...criteria)
  return { value, interval: bootstrapInterval(units, compute, chance) ?? null }
}

/** Levels of a role beside the facilitator's, criterion by criterion of each work. */
function compared(
  rubric: Rubric,
  works: readonly Ratings[],
  role: RaterRole,
  facilitator: string,
): [number, number][] {
  return works.flatMap((ratings) => {
    const leading = ratings.find((one) => one.role === 'facilitator' && one.rater === facilitator)
    if (!leading) return []
    const right = judged(rubric, firstLevels(leading)).levels
    return ratings
      .filter((one) => one.role === role)
      .flatMap((one) =>
        Object.entries(judged(rubric, firstLevels(one)).levels).flatMap(
          ([criterion, level]): [number, number][] => {
            const other = right[criterion]
            return other === undefined ? [] : [[level, other]]
          },
        ),
      )
  })
}

/** Criteria at which two raters are a level or more apart: to be talked over, sentence in hand. */
export function apart(rubric: Rubric, ratings: Ratings): string[] {
  return rubric.criteria.flatMap(({ id }) => {
    const levels = ratings.flatMap(({ levels }) => judged(rubric, levels).levels[id] ?? [])
    return levels.length > 1 && Math.max(...levels) > Math.min(...levels) ? [id] : []
  })
}
