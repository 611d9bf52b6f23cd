import { coarsened } from '../anonymise.ts'
import { drawsOf } from '../draw.ts'
import { making, rowsOf, type GenerateOptions, type Making, type Output } from '../making.ts'
import { temporary } from '../sql.ts'
import { answers, answerTables } from './answers.ts'
import { frameTables } from './frame.ts'
import { income, incomeTables } from './income.ts'
import { purposes, respondents, respondentTables } from './respondents.ts'

/** At scale 1: 100 from each of 120 clusters. */
const usualRows = 12_000

const k = 5

/** Every stratum has its hundreds, so that in the shipped file nothing has to be hidden. */
function hidden(): string[] {
  const steps = [
    { within: ['stratum'], hide: 'age_band' },
    { within: ['stratum', 'age_band'], hide: 'sex' },
  ]
  return steps.map((step) => temporary('answered', coarsened('answered', { ...step, k })))
}

const published = (first: number, order: string) => `SELECT
       'S' || format('{:06d}', ${first} + row_number() OVER (ORDER BY stratum, turn, ${order}, person)) AS respondent_id,
       stratum, 'P' || format('{:03d}', turn + 1) AS psu, weight, surveyed_on, age_band, sex,
       satisfied, safety, cleanliness, convenience, grid_trust,
       last_channel, last_matter, income_band, income_followup
FROM answered ORDER BY respondent_id`

const strataFile: Output = { path: 'data/strata.parquet', query: 'FROM strata ORDER BY stratum' }

export function survey(options: GenerateOptions): Making {
  const { seed, truths } = options
  const draws = drawsOf('person', seed, purposes)
  return making('anlan-survey', options, (sheet) => {
    const rows = rowsOf(sheet, usualRows)
    return {
      statements: [
        ...frameTables(seed),
        ...respondentTables(),
        ...answerTables(),
        ...incomeTables(),
        temporary('respondents', respondents(rows, draws)),
        temporary('said', answers('respondents', seed, draws)),
        temporary('answered', income('said', draws, truths.missing)),
        ...hidden(),
      ],
      outputs: [
        {
          path: 'data/respondents.parquet',
          query: published(rows.first, draws.uniform('order')),
        },
        ...(sheet.index === 0 ? [strataFile] : []),
      ],
    }
  })
}
