import type { PersonView } from '../../../../contract/app.ts'
import { finds } from '../../../../domain/classroom/sounds.ts'
import { pictureOf } from '../../../../domain/classroom/pictures.ts'

/** Whom typed letters or signs find: by the name or by the picture's. */
export function findPeople<P extends PersonView>(people: readonly P[], typed: string): P[] {
  return people.filter(
    ({ name, picture }) => finds(typed, name) || finds(typed, pictureOf(picture).name.zh),
  )
}
