import type { PersonView } from '../../../../../contract/app.ts'
import { planRoster } from '../../../../../domain/classroom/roster-plan.ts'
import { pictures } from '../../../../../domain/classroom/pictures.ts'

export const pictureIds = pictures.map(({ id }) => id)

/** Who has a picture that somebody before them in the class has. */
export function alikeIn(people: readonly PersonView[]): PersonView[] {
  return people.filter(({ picture }, at) =>
    people.slice(0, at).some((other) => other.picture === picture),
  )
}

/** The same with pictures of their own, as far as there are such. */
export function renewed(
  people: readonly PersonView[],
  everyone: readonly PersonView[],
): PersonView[] {
  const alike = alikeIn(people)
  const lines = alike.map(({ name }, at) => ({ line: at, name, notes: [] }))
  const plan = planRoster(lines, {
    members: people.filter((person) => !alike.includes(person)),
    everyone,
    sameName: 'two',
    choices: new Map(alike.map((_, at) => [at, 'another'])),
    pictures: pictureIds,
  })
  return alike.flatMap((person, at) => {
    const picture = plan[at]?.picture
    return picture === undefined || picture === person.picture ? [] : { ...person, picture }
  })
}
