import { chained } from '../anonymise.ts'
import { drawsOf } from '../draw.ts'
import { making, type GenerateOptions, type Making, type Sheet } from '../making.ts'
import { temporary } from '../sql.ts'
import { ageBands, educations } from './families.ts'
import { word } from './words.ts'
import { persons } from './persons.ts'
import { entries } from './registry.ts'

const purposes = { order: 131 } as const

/** A row's quasi-identifiers, from what is kept longest to what is hidden first. */
const quasiIdentifiers = [
  'community_code',
  'age',
  'male',
  'registered_here',
  'household_size',
  'education',
  'grid',
] as const

/** So many numbers are kept free for each sheet. */
const numbersInSheet = 1_000_000
/** Keys begin far from the record numbers, so that nobody takes the one for the other. */
const firstKey = 100_000_000

/** Shuffled within a community: neighbours in the file are nobody's family. */
function ordered(seed: number): string {
  const draws = drawsOf('person', seed, purposes)
  return `SELECT *, row_number() OVER (
         ORDER BY community_code, ${draws.uniform('order')}, person, again) AS record
FROM released`
}

const keyed = `SELECT person, count(*) OVER (ORDER BY record) AS key FROM ordered WHERE NOT again`

function published({ index }: Sheet): string {
  const first = index * numbersInSheet
  return `SELECT CAST(${first} + record AS INTEGER) AS record_id,
       CAST(${firstKey + first} + key AS INTEGER) AS person_key,
       ordered.community_code, grid_code,
       CASE WHEN male THEN '男' ELSE '女' END AS sex,
       ${word('age', ageBands)} AS age_band,
       household_size, household_size = 1 AS living_alone, registered_here,
       ${word('education', educations)} AS education
FROM ordered
JOIN keyed USING (person)
LEFT JOIN grid_list USING (grid)
ORDER BY record_id`
}

/** Everybody in Anlan's register, a row an entry, k-anonymous by local suppression. */
export function population(options: GenerateOptions): Making {
  const { seed, truths } = options
  return making('anlan-population', options, (sheet) => ({
    statements: [
      ...persons(sheet, seed, truths),
      ...entries(seed, truths),
      temporary(
        'capped',
        'SELECT * REPLACE (least(household_size, 5) AS household_size) FROM entries',
      ),
      ...chained('capped', 'released', quasiIdentifiers),
      temporary('ordered', ordered(seed)),
      temporary('keyed', keyed),
    ],
    outputs: [{ path: 'data/residents.parquet', query: published(sheet), encoding: 'deltas' }],
  }))
}
