import type { Draws } from '../draw.ts'

/** Learners of a community are numbered within it; no community has so many. */
const mostLearners = 1000

/** The SQL of the row that draws for a learner in a session are for. */
export const pairRow = `session * ${mostLearners} + learner`

/** What is drawn for a learner in a session; the numbers are part of the data: never reuse one. */
export const pairPurposes = { choice: 411, attended: 412, help: 413, face: 414 } as const
type PairPurpose = keyof typeof pairPurposes

/** What is drawn for a learner. */
export const learnerPurposes = { eager: 421 } as const

/** The SQL of a learner's own row; each sheet has people of its own. */
export const learnerRow = (sheet: number) => `(${sheet} * 100 + place) * ${mostLearners} + learner`

/**
 * Who is on the list: the `enrolled` learners of the community with the smallest draw, of whom the
 * eager (1 to 4) draw smaller ones. (session, place, learner, eager, person).
 */
function listed(sheet: number, pairs: Draws<PairPurpose>, learners: Draws<'eager'>): string {
  return `SELECT *, ${learnerRow(sheet)} AS person FROM (
  SELECT *, 1 + CAST(floor(4 * ${learners.uniform('eager')}) AS INTEGER) AS eager
  FROM (SELECT session, number, held_on, place, enrolled, course, unnest(range(learners)) AS learner FROM sessions)
)
QUALIFY row_number() OVER (PARTITION BY session ORDER BY ${pairs.uniform('choice')} / eager, learner) <= enrolled`
}

/** The more sessions somebody has been to and the earlier the course, the less help. */
const able = (pairs: Draws<PairPurpose>) =>
  `100 * ${pairs.uniform('help')} + 6 * least(before, 8) - 4 * CAST(course[2:] AS INTEGER)`

/** Who was shown everything, or sat in a full room, is a little less content. */
const content = (pairs: Draws<PairPurpose>) =>
  `100 * ${pairs.uniform('face')} - CASE WHEN enrolled > 16 THEN 7 ELSE 0 END
         - CASE help_level WHEN '看示范' THEN 6 WHEN '有提示' THEN 2 ELSE 0 END`

/** The lists of all sessions of a sheet, with who came, with how much help, and how they left. */
export function attendances(
  sheet: number,
  seed: number,
  pairs: Draws<PairPurpose>,
  learners: Draws<'eager'>,
): string {
  return `WITH listed AS (
  ${listed(sheet, pairs, learners)}
), came AS (
  SELECT *, ${pairs.uniform('attended')} < 0.7 + 0.05 * eager AS attended FROM listed
), counted AS (
  SELECT *, coalesce(count(*) FILTER (WHERE attended) OVER (
    PARTITION BY person ORDER BY held_on, session ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
  FROM came
), helped AS (
  SELECT *, CASE WHEN NOT attended THEN NULL WHEN ${able(pairs)} >= 68 THEN '独立'
                 WHEN ${able(pairs)} >= 30 THEN '有提示' ELSE '看示范' END AS help_level
  FROM counted
)
SELECT number, 'L' || format('{:08d}', (person * 73687873 + ${seed}) % 99999989) AS learner_id, attended, help_level,
       CASE WHEN NOT attended THEN NULL WHEN ${content(pairs)} >= 14 THEN '满意'
            WHEN ${content(pairs)} >= 0 THEN '一般' ELSE '不满意' END AS face
FROM helped`
}
