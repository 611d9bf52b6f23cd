import { csvRow } from '../catalogue/importing/rows-out.ts'
import { dayOf, msPerDay } from '../sharing/day.ts'
import type { Face, FaceCounts } from './events.ts'
import { answeredOf, faceWays } from './face-ways.ts'
import { inGroups, levelWays } from './few.ts'
import type { Level } from './levels.ts'
import { levelWords, tooFew } from './session-csv.ts'

/** In data for research a group is not smaller than the usual smallest cell. */
export const feedbackCell = 5

/** One ended session, as far as research asks: nobody is in it by name or number. */
export interface SessionFeedback {
  /** Numbers of the session and of its class, in the order they were made, from 1. */
  readonly session: number
  readonly class: number
  /** The day in China. */
  readonly day: string
  readonly course: string | null
  readonly lesson: string | null
  readonly came: number
  readonly enrolled: number
  readonly faces: FaceCounts
  readonly objectives: readonly {
    readonly title: { readonly zh: string }
    readonly counts: Readonly<Record<Level, number>>
  }[]
  readonly suggestions: readonly string[]
}

const column = (name: string, type: 'string' | 'integer' | 'date', title: string) => ({
  ...{ name, type, title },
})

/** The columns of the one long table, in their order. */
export const feedbackColumns = [
  column('session_no', 'integer', '第几次课'),
  column('class_no', 'integer', '第几个班'),
  column('week', 'date', '上课那一周的周一'),
  column('course', 'string', '课程编号'),
  column('lesson', 'string', '课的编号'),
  column('record', 'string', '记的是什么：到课、满意度、帮助、建议'),
  column('item', 'string', '学习目标'),
  column('answer', 'string', '回答或程度'),
  column('people', 'integer', '人数'),
  column('of_people', 'integer', '总人数'),
  column('note', 'string', '建议原话（个人信息已遮住）或说明'),
] as const

const faceWords: Readonly<Record<Face, string>> = { good: '满意', fair: '一般', poor: '不满意' }

interface Said {
  readonly record: string
  readonly item?: string
  readonly answer?: string
  readonly people?: number
  readonly of?: number
  readonly note?: string
}

/** All sessions as rows for the engine's CSV reader; `rows` is how many there are. */
export function feedbackRows(sessions: readonly SessionFeedback[]): {
  readonly csv: string
  readonly rows: number
} {
  const lines = sessions.flatMap((session) => {
    const head = [session.session, session.class, mondayOf(session.day)]
    const place = [session.course, session.lesson]
    return saidIn(session).map(({ record, item, answer, people, of, note }) => {
      const cells = [...head, ...place, record, item, answer, people, of, note]
      return csvRow(
        cells.map((cell) => (cell === undefined || cell === null ? null : String(cell))),
      )
    })
  })
  return { csv: lines.join(''), rows: lines.length }
}

function saidIn({ came, enrolled, faces, objectives, suggestions }: SessionFeedback): Said[] {
  const answered = answeredOf(faces)
  return [
    { record: '到课', answer: '到课', ...part(came, enrolled) },
    { record: '满意度', answer: '答了的人', ...part(answered, came) },
    ...taken('满意度', undefined, inGroups(faces, faceWays, feedbackCell), faceWords, answered),
    ...objectives.flatMap(({ title, counts }) =>
      taken('帮助', title.zh, inGroups(counts, levelWays, feedbackCell), levelWords, came),
    ),
    ...suggestions.map((note) => ({ record: '建议', note })),
  ]
}

/** A part of a whole, as far as neither it nor what is left of the whole is a small group. */
function part(people: number, of: number): Pick<Said, 'people' | 'of' | 'note'> {
  const isSmall = (group: number) => group > 0 && group < feedbackCell
  if (isSmall(people)) return { note: tooFew }
  return isSmall(Math.abs(of - people)) ? { people } : { people, of }
}

function taken<Answer extends string>(
  record: string,
  item: string | undefined,
  parts: ReturnType<typeof inGroups<Answer>>,
  words: Readonly<Record<Answer, string>>,
  of: number,
): Said[] {
  const about = { record, ...(item !== undefined && { item }) }
  if (of === 0) return []
  if (!parts) return [{ ...about, note: tooFew }]
  return parts.map(({ answers, people }) => {
    return { ...about, answer: answers.map((one) => words[one]).join('、'), people, of }
  })
}

function mondayOf(day: string): string {
  const at = Date.parse(day)
  const weekday = (new Date(at).getUTCDay() + 6) % 7
  return dayOf(at - weekday * msPerDay)
}
