import { coarsened } from '../anonymise.ts'
import { drawsOf } from '../draw.ts'
import { making, rowsOf, type GenerateOptions, type Making } from '../making.ts'
import { temporary } from '../sql.ts'
import { people, peopleTables, purposes } from './people.ts'
import { uses, useTables } from './uses.ts'

/** At scale 1; so many that three standard errors of living alone's effect are below 0.1. */
const usualRows = 40_000

const k = 5

/** From the broadest to the finest: at the end any `k − 1` others agree in all six. */
const steps = [
  { within: ['sex'], hide: 'age' },
  { within: ['sex', 'age'], hide: 'living_alone' },
  { within: ['sex', 'age', 'living_alone'], hide: 'education' },
  { within: ['sex', 'age', 'living_alone', 'education'], hide: 'street' },
  { within: ['sex', 'age', 'living_alone', 'education', 'street'], hide: 'community_code' },
] as const

/** A community's code begins with its street's: where the street is hidden, it must be too. */
const consistent = `SELECT * REPLACE (CASE WHEN street IS NOT NULL THEN community_code END AS community_code)`

function hidden(): string[] {
  return steps.map((step) => {
    const coarse = coarsened('used', { ...step, k })
    return temporary('used', step.hide === 'street' ? `${consistent} FROM (${coarse})` : coarse)
  })
}

/** Numbered in a drawn order: a number says nothing of the place that is hidden. */
const published = (first: number, order: string) => `SELECT
       'E' || format('{:06d}', ${first} + row_number() OVER (ORDER BY ${order}, person)) AS record_id,
       street, community_code, age, sex, living_alone, education, has_smartphone,
       uses_payment, uses_registration, uses_transport, uses_government, uses_video_call,
       asked_for_help, main_obstacle, fraud_contact
FROM used ORDER BY record_id`

export function elderDigital(options: GenerateOptions): Making {
  const draws = drawsOf('person', options.seed, purposes)
  return making('anlan-elder-digital', options, (sheet) => {
    const rows = rowsOf(sheet, usualRows)
    return {
      statements: [
        ...peopleTables(),
        ...useTables(),
        temporary('people', people(rows, draws)),
        temporary('used', uses('people', draws, options.truths.digitalGap)),
        ...hidden(),
      ],
      outputs: [
        { path: 'data/elders.parquet', query: published(rows.first, draws.uniform('order')) },
      ],
    }
  })
}
