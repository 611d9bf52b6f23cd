import type { Draws } from '../draw.ts'
import { values } from '../sql.ts'
import { spun, wheel } from '../wheel.ts'
import { drawnInAll, drawnPerStratum } from './frame.ts'

/** What is drawn for a respondent; the numbers are part of the data: never reuse one. */
export const purposes = {
  age: 211,
  sex: 212,
  day: 213,
  moodOne: 214,
  moodTwo: 215,
  overall: 216,
  overallTwo: 217,
  safety: 218,
  safetyTwo: 219,
  cleanliness: 220,
  cleanlinessTwo: 221,
  convenience: 222,
  convenienceTwo: 223,
  trust: 224,
  trustTwo: 225,
  channel: 226,
  matter: 227,
  income: 228,
  silent: 229,
  visit: 230,
  order: 231,
} as const
export type Purpose = keyof typeof purposes

/** Age bands of each domain of the second stage, in %. */
const ages: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  younger: { '18-29': 22, '30-44': 40, '45-59': 38 },
  elder: { '60-69': 56, '70-79': 30, '80+': 14 },
}

export function respondentTables(): string[] {
  const rows = Object.entries(ages).flatMap(([spin, bands]) =>
    Object.entries(bands).map(([item, weight]) => ({ spin, item, weight })),
  )
  return [wheel('age_wheel', `FROM ${values('a', ['spin', 'item', 'weight'], rows)}`)]
}

/**
 * The second stage: from each drawn cluster as many of both domains as the field work allows, two of
 * five respondents being 60 and more. The weight is the inverse of the probability of being drawn:
 * (clusters / clusters drawn) × (people of the domain in the cluster / respondents among them).
 */
export function respondents(
  rows: { readonly first: number; readonly count: number },
  draws: Draws<Purpose>,
): string {
  return `WITH placed AS (
  SELECT person, stratum, kind, turn, cluster, clusters, younger, elder,
         CASE WHEN (nth // ${drawnInAll} + nth) % 5 < 2 THEN 'elder' ELSE 'younger' END AS domain
  FROM (SELECT person, person - ${rows.first} AS nth
        FROM range(${rows.first}, ${rows.first + rows.count}) AS people(person))
  JOIN drawn ON turn = nth % ${drawnInAll}
)
SELECT placed.*, a.item AS age_band,
       CASE WHEN ${draws.uniform('sex')} < 0.49 THEN '男' ELSE '女' END AS sex,
       DATE '2025-10-13' + CAST(floor(${draws.uniform('day')} * 35) AS INTEGER) AS surveyed_on,
       round(clusters / ${drawnPerStratum}
             * CASE domain WHEN 'elder' THEN elder ELSE younger END
             / count(*) OVER (PARTITION BY cluster, domain), 4) AS weight
FROM placed
${spun('age_wheel', 'a', 'domain', draws.uniform('age'))}`
}
