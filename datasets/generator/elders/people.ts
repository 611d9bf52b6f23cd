import { communities } from '../anlan/city.ts'
import type { Draws } from '../draw.ts'
import { temporary, values } from '../sql.ts'
import { spun, wheel } from '../wheel.ts'

/** What is drawn for a resident; the numbers are part of the data: never reuse one. */
export const purposes = {
  place: 301,
  age: 302,
  sex: 303,
  alone: 304,
  education: 305,
  online: 306,
  service: 307,
  obstacle: 308,
  smartphone: 309,
  payment: 310,
  transport: 311,
  video: 312,
  help: 313,
  fraud: 314,
  order: 315,
} as const
export type Purpose = keyof typeof purposes

/** Of 100 residents, those of 60 and more: 18.7 in the whole country by the Seventh Census. */
const elderShare = { old: 24, new: 13, town: 26 } as const

/**
 * Of 1,000 residents of 60 and more, by the lower bound of a two-year band; the last band is 86 and
 * more. 27.8 % are below 65, as in the Seventh Census (18.70 % of all are 60+, 13.50 % are 65+).
 */
const agePyramid: Readonly<Record<number, number>> = {
  60: 108,
  62: 114,
  64: 112,
  66: 116,
  68: 108,
  70: 90,
  72: 76,
  74: 61,
  76: 49,
  78: 43,
  80: 36,
  82: 28,
  84: 21,
  86: 38,
}

/** By decade of age, in a city quarter and in a town, in %. */
const schooling: Readonly<Record<string, readonly [number, number, number]>> = {
  'city 60': [34, 38, 28],
  'city 70': [48, 32, 20],
  'city 80': [64, 22, 14],
  'town 60': [56, 34, 10],
  'town 70': [74, 20, 6],
  'town 80': [86, 10, 4],
}

export const schools = ['小学及以下', '初中', '高中及以上'] as const

const placeRows = communities.map(({ code, street, kind, residents }, place) => ({
  place,
  community_code: code,
  street,
  kind,
  elders: residents * elderShare[kind],
}))

const ageRows = Object.entries(agePyramid).map(([age, weight]) => ({ age: Number(age), weight }))

const schoolRows = Object.entries(schooling).flatMap(([spin, weights]) =>
  schools.map((item, index) => ({ spin, item, weight: weights[index] ?? 0 })),
)

export function peopleTables(): string[] {
  const columns = ['place', 'community_code', 'street', 'kind', 'elders']
  return [
    temporary('places', `FROM ${values('p', columns, placeRows)}`),
    wheel('place_wheel', 'SELECT 0 AS spin, place AS item, elders AS weight FROM places'),
    wheel(
      'age_wheel',
      `SELECT 0 AS spin, age AS item, weight FROM ${values('a', ['age', 'weight'], ageRows)}`,
    ),
    wheel('school_wheel', `FROM ${values('s', ['spin', 'item', 'weight'], schoolRows)}`),
  ]
}

/**
 * Residents of 60 and more: (person, street, community_code, age, sex, living_alone, education).
 * Of those at 60 one in ten lives alone, of those at 86 three in ten.
 */
export function people(
  rows: { readonly first: number; readonly count: number },
  draws: Draws<Purpose>,
): string {
  return `SELECT person, street, community_code, a.item AS age,
       CASE WHEN ${draws.uniform('sex')} < 0.48 + 0.002 * (70 - a.item) THEN '男' ELSE '女' END AS sex,
       ${draws.uniform('alone')} < 0.1 + 0.008 * (a.item - 60) AS living_alone,
       s.item AS education
FROM range(${rows.first}, ${rows.first + rows.count}) AS people(person)
${spun('place_wheel', 'p', '0', draws.uniform('place'))}
JOIN places ON place = p.item
${spun('age_wheel', 'a', '0', draws.uniform('age'))}
${spun(
  'school_wheel',
  's',
  `CASE kind WHEN 'town' THEN 'town ' ELSE 'city ' END || least(a.item // 10 * 10, 80)`,
  draws.uniform('education'),
)}`
}
