import * as z from 'zod'

/** A place in a lesson: a heading's anchor, a task's id, or the lesson itself where `part` is empty. */
export const placeSchema = z.object({
  course: z.string(),
  lesson: z.string(),
  part: z.string().max(80),
  /** What stands there, so that the note can still be placed after the lesson was changed. */
  heading: z.string().max(120),
})
export type StudyPlace = z.infer<typeof placeSchema>

const noteSchema = placeSchema.extend({ text: z.string(), at: z.string() })
const bookmarkSchema = placeSchema.extend({ at: z.string() })
export const studySchema = z.object({
  notes: z.array(noteSchema),
  bookmarks: z.array(bookmarkSchema),
})
export type Study = z.infer<typeof studySchema>
export type StudyNote = z.infer<typeof noteSchema>

export const noStudy: Study = { notes: [], bookmarks: [] }

const noteEvent = placeSchema.extend({ text: z.string() })
const bookmarkEvent = placeSchema.extend({ on: z.boolean() })

interface RecordedEvent {
  readonly type: string
  readonly at: string
  readonly by?: string
  readonly data: Readonly<Record<string, unknown>>
}

const same = (one: StudyPlace) => (other: StudyPlace) =>
  one.course === other.course && one.lesson === other.lesson && one.part === other.part

/** Each learner's notes and bookmarks, one of each for a place, the latest last. */
export const studyProjection = {
  name: 'study',
  version: 1,
  initial: {} as Readonly<Record<string, Study>>,
  reduce(
    state: Readonly<Record<string, Study>>,
    { type, at, by, data }: RecordedEvent,
  ): Readonly<Record<string, Study>> {
    if (by === undefined) return state
    const before = state[by] ?? noStudy
    switch (type) {
      case 'study.noted': {
        const read = noteEvent.safeParse(data)
        return read.success ? { ...state, [by]: withNote(before, { ...read.data, at }) } : state
      }
      case 'study.bookmarked': {
        const read = bookmarkEvent.safeParse(data)
        if (!read.success) return state
        const { on, ...place } = read.data
        const others = before.bookmarks.filter((one) => !same(place)(one))
        const bookmarks = on ? [...others, { ...place, at }] : others
        return { ...state, [by]: { ...before, bookmarks } }
      }
      case 'person.forgotten':
        return Object.fromEntries(Object.entries(state).filter(([id]) => id !== by))
      default:
        return state
    }
  },
}

function withNote(study: Study, note: StudyNote): Study {
  const others = study.notes.filter((one) => !same(note)(one))
  return { ...study, notes: note.text.trim() === '' ? others : [...others, note] }
}

/** A learner's notes and bookmarks as a Markdown file of his own; `title` names a lesson. */
export function studyText(
  { notes, bookmarks }: Study,
  title: (place: StudyPlace) => string,
  words: { readonly notes: string; readonly bookmarks: string },
): string {
  const where = (place: StudyPlace) =>
    place.heading === '' ? title(place) : `${title(place)} · ${place.heading}`
  const parts = [
    `# ${words.notes}`,
    ...notes.map((note) => `## ${where(note)}\n\n${note.text}\n\n${note.at.slice(0, 10)}`),
    `# ${words.bookmarks}`,
    bookmarks.map((bookmark) => `- ${where(bookmark)}`).join('\n'),
  ]
  return `${parts.join('\n\n').trimEnd()}\n`
}
