import type { ListedPerson, PersonView } from '../../../contract/app.ts'
import { date } from '../../app/format.ts'
import { title } from '../../app/i18n.svelte.ts'
import { t } from './messages.ts'
import { pictureOf } from '../../../domain/classroom/pictures.ts'

/** Who else bears a person's name. */
export function namesakes<P extends PersonView>(
  list: readonly P[],
  { id, name }: Pick<PersonView, 'id' | 'name'>,
): P[] {
  return list.filter((other) => other.id !== id && other.name === name.trim())
}

/** What tells a person from another of the same name: the picture, and the day of the beginning. */
export function apart({ picture, since }: Pick<ListedPerson, 'picture' | 'since'>): string {
  return t.apart(title(pictureOf(picture).name), since === null ? undefined : date(since))
}

/** The name, with what tells this person from others of that name where there are such. */
export function fullName(list: readonly ListedPerson[], person: ListedPerson): string {
  return namesakes(list, person).length > 0 ? `${person.name}（${apart(person)}）` : person.name
}
