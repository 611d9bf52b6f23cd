import type { Titles } from '../course/titles.ts'
import type { Attendance, FaceCounts } from './events.ts'
import { allFaces } from './face-ways.ts'
import { isDone, levelOver, levels, type Level, type Practice } from './levels.ts'
import type { PersonWork, SessionRecord } from './record.ts'

/** What a lesson is there for, as far as a report asks. */
export interface LessonFacts {
  readonly objectives: readonly { readonly id: string; readonly title: Titles }[]
  readonly practices: readonly Practice[]
}

export interface PersonInSession {
  readonly id: string
  /** Null: not there. */
  readonly attendance: Attendance | null
  /** By objective. */
  readonly levels: Readonly<Record<string, Level>>
  /** Did every objective that he began, and began one, alone or with a hint. */
  readonly did: boolean
}

export interface ObjectiveHelp {
  readonly id: string
  readonly title: Titles
  /** Of those who came. */
  readonly counts: Readonly<Record<Level, number>>
}

export interface SessionSummary {
  readonly people: readonly PersonInSession[]
  readonly enrolled: number
  readonly came: number
  /** Who practised and was not ticked as having come; they are in no count. */
  readonly unticked: number
  readonly objectives: readonly ObjectiveHelp[]
  readonly faces: FaceCounts
}

const isThere = (attendance: Attendance | null | undefined): boolean =>
  attendance === 'here' || attendance === 'late'

/** Who was ticked as having come. */
export function cameTo({ attendance }: Pick<SessionRecord, 'attendance'>): string[] {
  return Object.keys(attendance).filter((person) => isThere(attendance[person]))
}

/** What came of a session: everything is counted of those who came. */
export function summaryOf(
  session: Pick<SessionRecord, 'attendance' | 'work' | 'faces' | 'paper'>,
  enrolled: readonly string[],
  facts: LessonFacts,
): SessionSummary {
  const { attendance, work, faces, paper } = session
  // who has left the class since was there all the same
  const everyone = [...new Set([...enrolled, ...Object.keys(attendance)])]
  const people = everyone.map((id): PersonInSession => {
    return { id, attendance: attendance[id] ?? null, ...standingOf(work[id], facts) }
  })
  const came = people.filter((person) => isThere(person.attendance))
  return {
    people,
    enrolled: everyone.length,
    came: came.length,
    unticked: Object.keys(work).filter((id) => !isThere(attendance[id])).length,
    objectives: helpByObjective(came, facts),
    faces: allFaces(faces, paper),
  }
}

function standingOf(work: PersonWork | undefined, { objectives, practices }: LessonFacts) {
  const entries = objectives.map(({ id }): [string, Level] => [
    id,
    levelOver(
      practices.filter(({ objective }) => objective === id),
      work,
    ),
  ])
  const begun = entries.map(([, level]) => level).filter((level) => level !== 'none')
  return { levels: Object.fromEntries(entries), did: begun.length > 0 && begun.every(isDone) }
}

function helpByObjective(
  came: readonly PersonInSession[],
  { objectives }: LessonFacts,
): ObjectiveHelp[] {
  return objectives.map(({ id, title }) => {
    const count = (level: Level) => came.filter((person) => person.levels[id] === level).length
    const counts = Object.fromEntries(levels.map((level) => [level, count(level)]))
    return { id, title, counts: counts as Record<Level, number> }
  })
}
