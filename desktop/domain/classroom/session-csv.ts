import type { Titles } from '../course/titles.ts'
import { csvText } from '../sharing/csv.ts'
import type { Attendance, Face, FaceCounts } from './events.ts'
import { answeredOf, faceWays } from './face-ways.ts'
import { inGroups, levelWays, smallestGroup } from './few.ts'
import type { Level } from './levels.ts'

/** What a session's table needs of its report. */
export interface Told {
  readonly day: string
  readonly classTitle: string
  readonly lessonTitle: string
  readonly people: readonly {
    readonly number: number
    readonly name: string | null
    readonly attendance: Attendance | null
    readonly levels: Readonly<Record<string, Level>>
  }[]
  readonly enrolled: number
  readonly came: number
  readonly objectives: readonly {
    readonly id: string
    readonly title: Titles
    readonly counts: Readonly<Record<Level, number>>
  }[]
  readonly often: readonly {
    readonly title: Titles
    readonly people: number
    readonly of: number
    readonly say: readonly { readonly because: string }[]
  }[]
  readonly faces: FaceCounts
  readonly suggestions: readonly { readonly text: string }[]
}

export const levelWords: Readonly<Record<Level, string>> = {
  alone: '自己会',
  hinted: '看提示会',
  shown: '看示范会',
  tried: '还在练',
  none: '没有记录',
}
export const attendanceWords: Readonly<Record<Attendance | 'absent', string>> = {
  here: '到',
  late: '迟到',
  excused: '请假',
  absent: '没来',
}
const faceWords: Readonly<Record<Face, string>> = { good: '满意', fair: '一般', poor: '不满意' }

export const tooFew = '人太少，不列'
const heads = ['类别', '编号', '项目', '情况', '人数', '分母', '说明']

type Row = (string | number)[]

/**
 * A session as CSV. With names it is the volunteer's own: every person, every count. Without, it may be
 * handed on: no row is about one person, and nobody stands in a group of fewer than three.
 */
export function sessionCsv(told: Told, names: boolean): string {
  const { day, classTitle, lessonTitle, enrolled, came, objectives, faces } = told
  const smallest = names ? 1 : smallestGroup
  const rows: Row[] = [
    ['课', '', lessonTitle, day, '', '', classTitle],
    ['到课', '', '到课（含迟到）', '', came, enrolled, ''],
    ...objectives.flatMap(({ title, counts }) =>
      grouped('目标', title.zh, inGroups(counts, levelWays, smallest), levelWords, came),
    ),
    ...often(told, smallest),
    ...grouped('三张脸', '', inGroups(faces, faceWays, smallest), faceWords, answeredOf(faces)),
    ['三张脸', '', '答了的人', '', answeredOf(faces), came, ''],
    ...told.suggestions.map(({ text }): Row => ['建议', '', '', '', '', '', text]),
  ]
  if (!names) return csvText([heads, ...rows])
  const widened = rows.map((row) => [...row, ''])
  return csvText([[...heads, '姓名'], ...widened, ...told.people.flatMap(personRows(objectives))])
}

function grouped<Answer extends string>(
  kind: string,
  item: string,
  parts: ReturnType<typeof inGroups<Answer>>,
  words: Readonly<Record<Answer, string>>,
  of: number,
): Row[] {
  if (!parts) return [[kind, '', item, tooFew, '', of, '']]
  return parts.map(({ answers, people }) => {
    const said = answers.map((answer) => words[answer]).join('、')
    return [kind, '', item, said, people, of, '']
  })
}

function often({ often: all }: Told, smallest: number): Row[] {
  return all
    .filter(({ people, of }) => people >= smallest && (people === of || of - people >= smallest))
    .map(({ title, people, of, say }): Row => {
      return ['常错', '', title.zh, '', people, of, say.map(({ because }) => because).join(' ')]
    })
}

const personRows =
  (objectives: Told['objectives']) =>
  ({ number, name, attendance, levels: reached }: Told['people'][number]): Row[] => {
    const who = name ?? '（已忘记）'
    const about = (item: string, state: string): Row => [
      ...['学员', number, item, state, '', '', ''],
      who,
    ]
    return [
      about('到课', attendanceWords[attendance ?? 'absent']),
      ...objectives.map(({ id, title }) => about(title.zh, levelWords[reached[id] ?? 'none'])),
    ]
  }

/** One session as a column of the attendance table. */
export interface AttendedOn {
  readonly day: string
  readonly lesson: string
  readonly attendance: Readonly<Record<string, Attendance>>
}

/** Who came when, over all sessions of a class: people by number, names where they are wanted. */
export function attendanceCsv(
  people: readonly { readonly id: string; readonly number: number; readonly name: string | null }[],
  sessions: readonly AttendedOn[],
  names: boolean,
): string {
  const named = (name: string | null) => (names ? [name ?? '（已忘记）'] : [])
  const head = [
    '编号',
    ...(names ? ['姓名'] : []),
    ...sessions.map(({ day, lesson }) => (lesson === '' ? day : `${day} ${lesson}`)),
    '到课次数',
    '总次数',
  ]
  const rows = people.map(({ id, number, name }): Row => {
    const states = sessions.map(({ attendance }) => attendance[id] ?? 'absent')
    const came = states.filter((state) => state === 'here' || state === 'late').length
    const words = states.map((state) => attendanceWords[state])
    return [number, ...named(name), ...words, came, sessions.length]
  })
  return csvText([head, ...rows])
}
