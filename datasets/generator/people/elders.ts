import { chained } from '../anonymise.ts'
import { drawsOf } from '../draw.ts'
import { making, type GenerateOptions, type Making, type Sheet } from '../making.ts'
import { temporary, values } from '../sql.ts'
import { spun, wheel } from '../wheel.ts'
import { ageBands } from './families.ts'
import { persons } from './persons.ts'
import { word } from './words.ts'

/** What is drawn for an elder; the numbers are part of the data: never reuse one. */
const purposes = { care: 141, allowance: 142, order: 143, decade: 144 } as const

const quasiIdentifiers = ['community_code', 'decade', 'eligible', 'living_alone', 'grid'] as const

const decades = ['60-69', '70-79', '80-89', '90+'] as const

const firstElder = ageBands.indexOf('60-64')
const eighty = ageBands.indexOf('80-84')
const oldest = ageBands.indexOf('85+')

/** Of 100 of 85 and older, those of 90 and older; assumed. */
const nineties = 28

const careLevels = ['能力完好', '轻度失能', '中度失能', '重度失能', '完全失能'] as const

/** How 1,000 elders of each decade fare; assumed. */
const careWeights = [
  [950, 34, 9, 5, 2],
  [870, 84, 26, 14, 6],
  [680, 178, 78, 44, 20],
  [440, 250, 160, 100, 50],
].flatMap((weights, spin) => weights.map((weight, item) => ({ spin, item, weight })))

/** Of 1,000 who may have the allowance, those who have it; the others are on the list by mistake. */
const onList = { eligible: 945, alone: 885, mistaken: 4 } as const

/**
 * The fictional city's rule: registered here, 80 or older. Those who live alone are missed more often,
 * for nobody tells them.
 */
function ledger(seed: number): string {
  const draws = drawsOf('person', seed, purposes)
  return `WITH aged AS (
  SELECT person, grid, registered_here AND age >= ${eighty} AS eligible, household_size = 1 AS living_alone,
         CASE WHEN age < ${oldest} THEN (age - ${firstElder}) // 2
              WHEN ${draws.uniform('decade')} < ${nineties} / 100 THEN 3 ELSE 2 END AS decade
  FROM persons WHERE age >= ${firstElder}
)
SELECT aged.*, community_code, c.item AS care,
       ${draws.uniform('allowance')} * 1000 < CASE WHEN NOT eligible THEN ${onList.mistaken}
         WHEN living_alone THEN ${onList.alone} ELSE ${onList.eligible} END AS on_allowance
FROM aged
JOIN grid_list USING (grid)
${spun('care_wheel', 'c', 'decade', draws.uniform('care'))}`
}

function published({ index }: Sheet, seed: number): string {
  const draws = drawsOf('person', seed, purposes)
  return `SELECT CAST(${index * 1_000_000} + row_number() OVER (
         ORDER BY released.community_code, ${draws.uniform('order')}, person) AS INTEGER) AS record_id,
       released.community_code, grid_code, ${word('decade', decades)} AS age_band, living_alone,
       ${word('care', careLevels)} AS care_level, eligible, on_allowance
FROM released LEFT JOIN grid_list USING (grid)
ORDER BY record_id`
}

/** The care ledger of everybody of 60 and older, k-anonymous by local suppression. */
export function elders(options: GenerateOptions): Making {
  const { seed, truths } = options
  const wheelRows = `FROM ${values('w', ['spin', 'item', 'weight'], careWeights)}`
  return making('anlan-elders', options, (sheet) => ({
    statements: [
      ...persons(sheet, seed, truths),
      wheel('care_wheel', wheelRows),
      temporary('ledger', ledger(seed)),
      ...chained('ledger', 'released', quasiIdentifiers),
    ],
    outputs: [{ path: 'data/elders.parquet', query: published(sheet, seed), encoding: 'deltas' }],
  }))
}
