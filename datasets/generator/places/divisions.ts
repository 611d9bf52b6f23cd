import { communities, districts, type Community } from '../anlan/city.ts'
import { reformed } from '../anlan/reform.ts'
import type { Row } from '../sql.ts'
import type { Truths } from '../truths.ts'

type Kind = Community['kind']

/** How a place was built up, in words. */
const kindWords: Readonly<Record<Kind, string>> = { old: '老城区', new: '新城区', town: '乡镇' }

/** People a km²; assumed. */
const densities: Readonly<Record<Kind, number>> = { old: 19_000, new: 9_500, town: 620 }

/** Areas are in hundredths of a km², so that they add up exactly. */
function hectares({ kind, residents }: Community, place: number): number {
  const roomy = 80 + ((place * 23) % 41)
  return Math.round((residents * roomy) / densities[kind])
}

const sum = (rows: readonly Row[], column: string) =>
  rows.reduce((total, row) => total + Number(row[column]), 0)

export const communityColumns = [
  'community_code',
  'district_code',
  'street_code',
  'name',
  'kind',
  'hectares',
  'residents',
  'registered',
  'reform',
  'reform_from',
]

/** `registered` is by kind of place (truths.denominator); rounded to whole people. */
export function communityRows({ denominator, gridReform }: Truths): Row[] {
  return communities.map((community, place) => {
    const reform = reformed.has(community.code)
    return {
      community_code: community.code,
      district_code: community.code.slice(0, 6),
      street_code: community.code.slice(0, 9),
      name: community.community,
      kind: kindWords[community.kind],
      hectares: hectares(community, place),
      residents: community.residents,
      registered: Math.round((community.residents * denominator[community.kind]) / 100),
      reform,
      reform_from: reform ? gridReform.from : null,
    }
  })
}

/** What a street or district is made of, added up. */
function totals(rows: readonly Row[]): Row {
  return {
    hectares: sum(rows, 'hectares'),
    residents: sum(rows, 'residents'),
    registered: sum(rows, 'registered'),
    communities: rows.length,
  }
}

const totalColumns = ['hectares', 'residents', 'registered', 'communities']
export const streetColumns = ['street_code', 'district_code', 'name', 'kind', ...totalColumns]
export const districtColumns = ['district_code', 'name', 'streets', ...totalColumns]

export function streetRows(truths: Truths): Row[] {
  const below = communityRows(truths)
  return districts.flatMap((district) =>
    district.streets.map(({ code, name, kind }) => {
      const street_code = district.code + code
      const own = below.filter((row) => row['street_code'] === street_code)
      return {
        street_code,
        district_code: district.code,
        name,
        kind: kindWords[kind],
        ...totals(own),
      }
    }),
  )
}

export function districtRows(truths: Truths): Row[] {
  const below = communityRows(truths)
  return districts.map(({ code, name, streets }) => {
    const own = below.filter((row) => row['district_code'] === code)
    return { district_code: code, name, streets: streets.length, ...totals(own) }
  })
}
