import { communities } from '../anlan/city.ts'
import { drawsOf, type Draws } from '../draw.ts'
import type { rowsOf } from '../making.ts'
import { values, type Row } from '../sql.ts'
import { spun, wheel } from '../wheel.ts'
import { industries } from './industries.ts'

/** What is drawn for an enterprise; the numbers are part of the data: never reuse one. */
const purposes = {
  place: 171,
  section: 172,
  word: 173,
  size: 174,
  year: 175,
  day: 176,
  status: 177,
  staff: 178,
  form: 179,
  wrong: 180,
  wrongAt: 181,
  wrongCharacter: 182,
} as const
type Purpose = keyof typeof purposes

export const enterpriseDraws = (seed: number): Draws<Purpose> =>
  drawsOf('enterprise', seed, purposes)

/** Of 1,000 enterprises, after the number of people who work there; assumed. */
const sizeWeights = [
  { spin: 0, item: '微型', weight: 838 },
  { spin: 0, item: '小型', weight: 142 },
  { spin: 0, item: '中型', weight: 17 },
  { spin: 0, item: '大型', weight: 3 },
]

/** A new quarter has more enterprises than residents would explain, a town fewer; assumed. */
const density = { old: 9, new: 12, town: 6 } as const

const placeWeights = communities.map(({ residents, kind }, item) => ({
  spin: 0,
  item,
  weight: residents * density[kind],
}))
const placeList = communities.map(({ code, kind }, place) => ({ place, code, kind }))

const sectionWeights = industries.flatMap((industry, item) =>
  (['old', 'new', 'town'] as const).map((spin) => ({ spin, item, weight: industry[spin] })),
)
const sectionList = industries.map(({ code, industry }, section) => ({ section, code, industry }))

/** 1993 to 2025, ever more. */
const yearWeights = Array.from({ length: 33 }, (_, index) => ({
  spin: 0,
  item: 1993 + index,
  weight: 10 + index * index,
}))

const wheelOf = (name: string, rows: readonly Row[]) =>
  wheel(name, `FROM ${values('w', ['spin', 'item', 'weight'], rows)}`)

export function foundingWheels(): string[] {
  return [
    wheelOf('place_wheel', placeWeights),
    wheelOf('section_wheel', sectionWeights),
    wheelOf('size_wheel', sizeWeights),
    wheelOf('year_wheel', yearWeights),
  ]
}

/**
 * Enterprises: (enterprise, community_code, section, industry_code, industry, size, cooperative,
 * founded_on, status). Of farming enterprises in towns 3 of 4 are co-operatives; the longer ago one was
 * founded, the likelier it is gone.
 */
export function founding(rows: ReturnType<typeof rowsOf>, draws: Draws<Purpose>): string {
  const age = '(2026 - y.item)'
  return `SELECT enterprise, places.code AS community_code, section, sections.code AS industry_code, industry,
       z.item AS size, kind = 'town' AND sections.code = 'A' AND ${draws.uniform('form')} < 0.75 AS cooperative,
       make_date(y.item, 1, 1) + CAST(floor(${draws.uniform('day')} * 365) AS INTEGER) AS founded_on,
       CASE WHEN ${draws.uniform('status')} < least(0.011 * ${age}, 0.28) THEN '注销'
            WHEN ${draws.uniform('status')} > 1 - 0.0025 * ${age} THEN '吊销' ELSE '在营' END AS status
FROM range(${rows.first}, ${rows.first + rows.count}) AS numbers(enterprise)
${spun('place_wheel', 'p', '0', draws.uniform('place'))}
JOIN ${values('places', ['place', 'code', 'kind'], placeList)} ON place = p.item
${spun('section_wheel', 's', 'kind', draws.uniform('section'))}
JOIN ${values('sections', ['section', 'code', 'industry'], sectionList)} ON section = s.item
${spun('size_wheel', 'z', '0', draws.uniform('size'))}
${spun('year_wheel', 'y', '0', draws.uniform('year'))}`
}
