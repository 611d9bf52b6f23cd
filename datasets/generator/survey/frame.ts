import { communities, districts } from '../anlan/city.ts'
import { grids } from '../anlan/grids.ts'
import { drawsOf } from '../draw.ts'
import { temporary, values } from '../sql.ts'

/** Grids drawn from each street. */
export const drawnPerStratum = 10

/** Of 1,000 residents: those of 18–59 years, and those of 60 and more. */
const grown = { old: [590, 240], new: [670, 130], town: [540, 260] } as const

const byCode = new Map(communities.map((community) => [community.code, community]))

/** Grids by street; how old a grid's people are varies a little, by a fixed rule. */
const clusterRows = grids.flatMap(({ community: code, share }, cluster) => {
  const community = byCode.get(code)
  if (!community) return []
  const [younger, elder] = grown[community.kind]
  const people = Math.round((community.residents * share) / 100)
  const swing = ((cluster * 37) % 61) - 30
  return {
    cluster,
    stratum: code.slice(0, 9),
    kind: community.kind,
    younger: Math.round((people * (younger - swing)) / 1000),
    elder: Math.round((people * (elder + swing)) / 1000),
  }
})

const streetRows = districts.flatMap((district) =>
  district.streets.map((street) => ({
    stratum: `${district.code}${street.code}`,
    street: street.name,
    district: district.name,
  })),
)

/** Grids drawn in all. */
export const drawnInAll = streetRows.length * drawnPerStratum

/**
 * Tables: `clusters`, the frame; `drawn`, a simple random sample without replacement of each stratum's
 * clusters, with `turn` from 0 and a number `psu` that says nothing of the place; and `strata`.
 */
export function frameTables(seed: number): string[] {
  const draws = drawsOf('cluster', seed, { stage: 201, name: 202 })
  const columns = ['cluster', 'stratum', 'kind', 'younger', 'elder']
  return [
    temporary('clusters', `FROM ${values('c', columns, clusterRows)}`),
    temporary(
      'drawn',
      `WITH ranked AS (
  SELECT *, row_number() OVER (PARTITION BY stratum ORDER BY ${draws.uniform('stage')}, cluster) AS place,
         count(*) OVER (PARTITION BY stratum) AS clusters
  FROM clusters
)
SELECT *, row_number() OVER (ORDER BY ${draws.uniform('name')}, cluster) - 1 AS turn
FROM ranked WHERE place <= ${drawnPerStratum}`,
    ),
    temporary(
      'strata',
      `SELECT stratum, street, district, CAST(sum(younger + elder) AS INTEGER) AS population,
       CAST(sum(elder) AS INTEGER) AS population_60_plus,
       CAST(count(*) AS INTEGER) AS clusters, ${drawnPerStratum} AS clusters_drawn
FROM clusters JOIN ${values('s', ['stratum', 'street', 'district'], streetRows)} USING (stratum)
GROUP BY ALL`,
    ),
  ]
}
