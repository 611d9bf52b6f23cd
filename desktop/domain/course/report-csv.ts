import { csvText } from '../sharing/csv.ts'
import type { Tally } from '../simulation/drill-score.ts'
import { signalOf } from '../simulation/drill-signal.ts'
import type { HelpLevel } from '../simulation/player.ts'
import type { Titles } from './titles.ts'
import type { ObjectiveStanding } from './standing.ts'
import type { Decision } from './placement.ts'

/** What a learner's report says, as far as a table holds it. */
export interface Report {
  readonly courses: readonly {
    readonly id: string
    readonly title: Titles
    readonly lessons: readonly {
      readonly id: string
      readonly title: Titles
      readonly openedAt: string | null
      readonly doneAt: string | null
    }[]
    readonly objectives: readonly ObjectiveStanding[]
    readonly tests: {
      readonly before: { readonly decisions: readonly Decision[] }
      readonly after: { readonly decisions: readonly Decision[] }
    } | null
    readonly practices: readonly {
      readonly id: string
      readonly title: Titles
      readonly runs: number
      readonly best: HelpLevel | null
      readonly lastAt: string
    }[]
    readonly drills: readonly {
      readonly at: string
      readonly followUp: boolean
      readonly tally: Tally
    }[]
  }[]
}

const heads = [
  ...['学员编号', '课程编号', '课程', '类别', '编号', '名称', '情况', '用到的帮助'],
  ...['最近首答题数', '其中答对', '课前测', '课后测', '做过几次', '时间（UTC）'],
  ...['辨别力 d′', '判断倾向 c'],
]

const helpWords: Readonly<Record<HelpLevel, string>> = {
  alone: '独立完成',
  hinted: '看过提示',
  shown: '看过示例',
}
const masteryWords = { new: '还没练', learning: '在练', mastered: '掌握' } as const
const testWords = { open: '没测完', known: '会', unknown: '还不会' } as const

/** A test of a training that was handed in. */
export interface TestRow {
  readonly programme: string
  readonly title: string
  readonly test: string
  readonly name: string
  readonly state: string
  readonly right: number
  readonly total: number
  /** ISO 8601. */
  readonly at: string
}

/**
 * The report as CSV, one row for each lesson, objective, phone practice and round of
 * fraud drills. d′ and c are for researchers, and stand nowhere else.
 *
 * @param learner a name takes a column of its own, and only where the learner gives it
 */
export function reportCsv(
  learner: { readonly id: string; readonly name?: string | undefined },
  report: Report,
  tests: readonly TestRow[] = [],
): string {
  const named = learner.name === undefined ? [] : [learner.name]
  const rows = report.courses.flatMap((course) =>
    [
      ...course.lessons.map((lesson) => lessonRow(lesson)),
      ...course.objectives.map((objective) => objectiveRow(objective, course.tests)),
      ...course.practices.map((practice) => practiceRow(practice)),
      ...course.drills.map((round, index) => drillRow(round, index)),
    ].map((row) => [learner.id, course.id, course.title.zh, ...row, ...named]),
  )
  const tested = tests.map(({ programme, title, test, name, state, right, total, at }) => {
    const counts = [total, right, '', '', '', at, '', '']
    return [learner.id, programme, title, '测评', test, name, state, '', ...counts, ...named]
  })
  return csvText([[...heads, ...named.map(() => '姓名')], ...rows, ...tested])
}

type Course = Report['courses'][number]
type Row = (string | number)[]

const blank = (columns: number): string[] => Array.from({ length: columns }, () => '')

function lessonRow({ id, title, openedAt, doneAt }: Course['lessons'][number]): Row {
  const state = doneAt !== null ? '学完了' : openedAt !== null ? '学到一半' : '还没学'
  return ['课', id, title.zh, state, ...blank(6), doneAt ?? openedAt ?? '', ...blank(2)]
}

function objectiveRow({ id, title, mastery }: ObjectiveStanding, tests: Course['tests']): Row {
  const { state, help, right, seen } = mastery
  const tested = (decisions: readonly Decision[] | undefined) => {
    const found = decisions?.find(({ objective }) => objective === id)
    return found && found.asked > 0 ? testWords[found.state] : ''
  }
  return [
    ...['目标', id, title.zh, masteryWords[state], help === null ? '' : helpWords[help]],
    ...[seen, right, tested(tests?.before.decisions), tested(tests?.after.decisions)],
    ...blank(4),
  ]
}

function practiceRow({ id, title, runs, best, lastAt }: Course['practices'][number]): Row {
  const [state, help] = best === null ? ['没走到终点', ''] : ['走到终点', helpWords[best]]
  return ['手机练习', id, title.zh, state, help, ...blank(4), runs, lastAt, ...blank(2)]
}

function drillRow({ at, followUp, tally }: Course['drills'][number], index: number): Row {
  const { caught, fraudsVerified, believed, trusted, genuineVerified, accused } = tally
  const state = [
    `假的：认出 ${caught}，先核实 ${fraudsVerified}，信了 ${believed}`,
    `真的：认出 ${trusted}，先核实 ${genuineVerified}，冤枉 ${accused}`,
  ].join('；')
  const { sensitivity, bias } = signalOf(tally, 'accuse')
  return [
    ...['防骗演练', `第 ${index + 1} 轮`, followUp ? '次日再练' : '按期演练', state],
    ...[...blank(6), at, sensitivity.toFixed(2), bias.toFixed(2)],
  ]
}
