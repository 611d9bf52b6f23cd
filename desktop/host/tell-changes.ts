import { join } from 'node:path'
import { watchFolder } from '../journal/folder-watch.ts'
import type { AppEvents } from '../services/app-events.ts'
import type { KeptTextFiles } from '../services/ports.ts'
import type { SearchService } from '../services/search.ts'

interface Watched {
  readonly notebooks: KeptTextFiles
  /** The root whose courses authors may be at; nothing where nobody looks. */
  readonly courses: string | undefined
}

/** Tells search and every window of each notebook and course that is written, here or elsewhere. */
export function tellChanges(
  { notebooks, courses }: Watched,
  search: SearchService,
  events: AppEvents,
) {
  const forget = notebooks.watch(({ id, version = null }) => {
    search.notebooksChanged()
    events.send({ kind: 'notebook', id, version })
  })
  const stop = courses === undefined ? undefined : watchCourses(courses, events)
  return () => {
    forget()
    stop?.()
  }
}

/** Tells every window of each file of the courses that its author changes. */
function watchCourses(root: string, events: AppEvents): () => void {
  const changed = (name: string) =>
    events.send({ kind: 'content', path: name.replaceAll('\\', '/') })
  return watchFolder(join(root, 'courses'), changed, { recursive: true })
}
