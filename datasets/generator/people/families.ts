/**
 * Who lives together in 安澜市. `weight` columns: of 2,000 households of an old quarter, a new one and a
 * town, those of this kind. They are set so that the whole city comes near the Seventh Census (公报第二、
 * 四、五号): 2.62 people a household, 17.95 % of people under 15, 18.70 % over 60, 13.50 % over 65,
 * 51.24 % male; and 25.39 % of households of one person (中国人口普查年鉴—2020). How quarters differ is assumed.
 */
const familyTable = `
old new town members
200 230 134 single_young
200 125 156 single_mature
200 85 210 single_elder
78 168 67 couple_young couple_young
118 91 120 couple_mature couple_mature
263 69 145 couple_elder couple_elder
24 19 8 lone_parent child
38 14 35 oldest single_mature
20 76 7 single_young single_young
176 289 107 parents parents child
113 131 122 couple_mature couple_mature teen
97 87 147 couple_mature couple_mature grown
87 27 76 couple_elder couple_elder grown
8 44 5 single_young single_young single_young
88 192 79 parents parents child child
69 95 75 parents parents child grandparent
47 28 118 couple_mature couple_mature teen oldest
48 64 84 couple_mature couple_mature teen child
49 54 119 parents parents child couple_elder couple_elder
41 70 72 parents parents child child grandparent
36 43 114 parents parents child child couple_elder couple_elder
`

/** Five years each from 55 on, for plans for the aged. */
export const ageBands = [
  '00-05',
  '06-14',
  '15-24',
  '25-34',
  '35-44',
  '45-54',
  '55-59',
  '60-64',
  '65-69',
  '70-74',
  '75-79',
  '80-84',
  '85+',
] as const

/**
 * `male`: of 100 in this role; a couple's first is the man, its second the woman. `from`: the place in
 * `ageBands` of the first weight; the weights are the ages of 100 in this role, band by band.
 */
const roleTable = `
role male from weights
single_young 59 2 26 54 20
single_mature 61 4 36 40 24
single_elder 41 7 17 24 20 16 13 10
couple_young couple 2 7 66 27
parents couple 3 48 46 6
couple_mature couple 4 18 58 24
couple_elder couple 7 33 29 19 11 7 3
lone_parent 30 3 36 48 16
child 53 0 36 64
teen 54 2 100
grown 62 2 26 58 16
grandparent 40 6 14 31 27 16 7 4 1
oldest 36 9 22 28 28 22
`

/**
 * Education of 100 people, by age band from the third on: 未上过学 小学 初中 高中 大学. The whole comes near
 * the Seventh Census (公报第六号): of 100,000 people 15,467 went to a university and 15,088 to a high school.
 */
const educationTable = `
0 3 24 41 32
1 4 39 23 33
1 11 48 18 22
2 22 49 15 12
4 30 44 16 6
6 36 37 16 5
8 39 35 13 5
12 43 30 10 5
18 45 25 8 4
25 45 20 6 4
34 43 16 4 3
`

export const educations = ['未上过学', '小学', '初中', '高中', '大学'] as const

const linesOf = (table: string) => table.trim().split('\n')
const cellsOf = (line: string) => line.split(' ')

export interface Family {
  readonly old: number
  readonly new: number
  readonly town: number
  /** Roles, in the order in which a household's members are written. */
  readonly members: readonly string[]
}

export const families: readonly Family[] = linesOf(familyTable)
  .slice(1)
  .map((line) => {
    const [old, fresh, town, ...members] = cellsOf(line)
    return { old: Number(old), new: Number(fresh), town: Number(town), members }
  })

export interface Role {
  readonly role: string
  /** In %; undefined for one of a couple. */
  readonly male: number | undefined
  /** One weight for each age band. */
  readonly ages: readonly number[]
}

export const roles: readonly Role[] = linesOf(roleTable)
  .slice(1)
  .map((line) => {
    const [role = '', male, from, ...weights] = cellsOf(line)
    const ages = ageBands.map((_, band) => Number(weights[band - Number(from)] ?? 0))
    return { role, male: male === 'couple' ? undefined : Number(male), ages }
  })

/** Weights of `educations` for each age band; an empty list for children. */
export const educationByAge: readonly (readonly number[])[] = [
  [],
  [],
  ...linesOf(educationTable).map((line) => cellsOf(line).map(Number)),
]
