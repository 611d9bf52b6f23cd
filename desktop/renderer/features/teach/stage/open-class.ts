import type { SessionView } from '../../../../contract/classroom.ts'
import type { PersonView } from '../../../../contract/app.ts'
import type { AppClient } from '../../../rpc/connection.ts'

/** A class whose session goes on. */
export interface OpenClass {
  readonly title: string
  readonly people: readonly PersonView[]
  readonly session: SessionView
}

/** The class that is having this lesson now; else the one that is having any. */
export async function openClass(
  client: AppClient,
  { course, lesson }: { readonly course: string; readonly lesson: string },
  signal: AbortSignal,
): Promise<OpenClass | undefined> {
  const classes = await client.call('class.list', {}, { signal })
  const open = classes.flatMap(({ title, people, sessions, open: id }) => {
    const session = sessions.find((each) => each.id === id)
    return session ? [{ title, people, session }] : []
  })
  const latest = open.toSorted((a, b) => b.session.begunAt.localeCompare(a.session.begunAt))
  const found =
    latest.find(({ session }) => session.course === course && session.lesson === lesson) ??
    latest[0]
  if (!found) return undefined
  const session = await client.call('session.read', { session: found.session.id }, { signal })
  return { title: found.title, people: found.people, session }
}
