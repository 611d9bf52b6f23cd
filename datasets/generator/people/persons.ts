import { drawsOf } from '../draw.ts'
import type { Sheet } from '../making.ts'
import { temporary, values } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { spun, wheel } from '../wheel.ts'
import { educationByAge, families, roles } from './families.ts'
import { households } from './households.ts'

/** What is drawn for a person; the numbers are part of the data: never reuse one. */
const purposes = { age: 111, sex: 112, education: 113 } as const

/** Numbers kept free for each household's members. */
const membersInHousehold = 8

/** Of 100 in this place of a family, the men: in a couple the first is, the second is not. */
function maleOf(members: readonly string[], slot: number, male: number | undefined): number {
  return male ?? (members[slot - 1] === members[slot] ? 0 : 100)
}

const memberRows = families.flatMap(({ members }, family) =>
  members.map((name, slot) => {
    const role = roles.findIndex((each) => each.role === name)
    return { family, slot, role, male: maleOf(members, slot, roles[role]?.male) }
  }),
)

const ageWeights = roles.flatMap(({ ages }, spin) =>
  ages.map((weight, item) => ({ spin, item, weight })),
)
const educationWeights = educationByAge.flatMap((weights, spin) =>
  weights.map((weight, item) => ({ spin, item, weight })),
)

const wheelOf = (name: string, rows: typeof ageWeights) =>
  wheel(name, `FROM ${values('w', ['spin', 'item', 'weight'], rows)}`)

/**
 * The members of all households, and those tables themselves. Table `persons(person, household, grid,
 * household_size, registered_here, male, age, education)`; `age` counts `ageBands`, `education` counts
 * `educations` and is NULL for children.
 */
export function persons(sheet: Sheet, seed: number, truths: Truths): string[] {
  const draws = drawsOf('person', seed, purposes)
  return [
    ...households(sheet, seed, truths),
    wheelOf('age_wheel', ageWeights),
    wheelOf('education_wheel', educationWeights),
    temporary(
      'persons',
      `WITH members AS (
  SELECT household * ${membersInHousehold} + slot AS person, household, grid, members AS household_size,
         registered_here, role, male
  FROM households
  JOIN ${values('m', ['family', 'slot', 'role', 'male'], memberRows)} USING (family)
  WHERE slot < members
), aged AS (
  SELECT members.* EXCLUDE (role, male), ${draws.uniform('sex')} < male / 100 AS male, a.item AS age
  FROM members
  ${spun('age_wheel', 'a', 'role', draws.uniform('age'))}
)
SELECT aged.*, e.item AS education
FROM aged
${spun('education_wheel', 'e', 'aged.age', draws.uniform('education')).replace('ASOF', 'ASOF LEFT')}`,
    ),
  ]
}
