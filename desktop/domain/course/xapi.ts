import { testLesson } from './course.ts'
import { type Titles } from './titles.ts'
import type { Outline, OutlineItem } from './outline.ts'
import { exerciseKey, lessonKey, scenarioKey, type Progress } from './record.ts'
import { standings } from './standing.ts'
import { helpOf, moreHelp } from './mastery.ts'
import { objectiveTitle } from './outline.ts'
import { uuidOf } from './uuid.ts'
import { drillResult } from './xapi-drill.ts'

/** Learning records as statements of the Experience API 1.0.3 (ADL), for other systems to read. */

/** The home of the account and of our activities: the address that the desktop app itself has. */
const home = 'app://zhizhi'
/** Namespace of the statements' ids, a random UUID chosen once. */
const namespace = '6b0f7a52-51d4-4c0e-9b1c-8f0d2b7f6a31'

const verb = (name: string) =>
  ({ id: `http://adlnet.gov/expapi/verbs/${name}`, display: { en: name } }) as const

const activityType = (name: string) => `http://adlnet.gov/expapi/activities/${name}`

export interface Statement {
  readonly id: string
  readonly version: '1.0.3'
  readonly actor: {
    readonly objectType: 'Agent'
    readonly account: { readonly homePage: string; readonly name: string }
    readonly name?: string
  }
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> }
  readonly object: Activity
  readonly result?: Result
  readonly context: {
    readonly platform: string
    readonly contextActivities: { readonly parent: readonly Activity[] }
  }
  readonly timestamp: string
}

export interface Activity {
  readonly objectType: 'Activity'
  readonly id: string
  readonly definition: { readonly type: string; readonly name: Readonly<Record<string, string>> }
}

interface Result {
  readonly success?: boolean
  readonly completion?: boolean
  readonly score?: {
    readonly scaled: number
    readonly raw: number
    readonly min: number
    readonly max: number
  }
  readonly extensions?: Readonly<Record<string, string | number | boolean>>
}

/** Whose records they are: a pseudonymous id, and the name only where the learner wants it told. */
export interface Learner {
  readonly id: string
  readonly name?: string | undefined
}

/** What a learner did, as statements in the order of their times; a second export has the same ids. */
export function statements(
  learner: Learner,
  outlines: readonly Outline[],
  progress: Progress,
): Statement[] {
  const told = outlines.flatMap((outline) => [
    ...lessonStatements(outline, progress),
    ...answerStatements(outline, progress),
    ...practiceStatements(outline, progress),
    ...drillStatements(outline, progress),
    ...masteryStatements(outline, progress),
  ])
  return told
    .map((fact) => statement(learner, fact))
    .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))
}

export interface Fact {
  readonly verb: string
  readonly object: Activity
  readonly parent: Activity
  readonly at: string
  readonly result?: Result
}

export function statement({ id, name }: Learner, fact: Fact): Statement {
  const account = { homePage: home, name: id }
  return {
    id: uuidOf(namespace, [id, fact.verb, fact.object.id, fact.at].join(' ')),
    version: '1.0.3',
    actor: { objectType: 'Agent', account, ...(name === undefined ? {} : { name }) },
    verb: verb(fact.verb),
    object: fact.object,
    ...(fact.result ? { result: fact.result } : {}),
    context: { platform: 'Zhizhi', contextActivities: { parent: [fact.parent] } },
    timestamp: fact.at,
  }
}

export function activity(type: string, path: string, { zh, en }: Titles): Activity {
  const definition = { type: activityType(type), name: { 'zh-CN': zh, en } }
  return { objectType: 'Activity', id: `${home}/${path}`, definition }
}

const courseActivity = ({ course }: Outline): Activity =>
  activity('course', `courses/${course.id}`, course.title)

const testTitle: Titles = { zh: '课前课后测', en: 'Test before and after' }

function lessonActivity({ course, lessons }: Outline, id: string): Activity {
  const title = lessons.find((lesson) => lesson.id === id)?.title ?? { zh: id, en: id }
  return id === testLesson
    ? activity('assessment', `courses/${course.id}/${id}`, testTitle)
    : activity('lesson', `courses/${course.id}/${id}`, title)
}

function lessonStatements(outline: Outline, progress: Progress): Fact[] {
  const parent = courseActivity(outline)
  return outline.lessons.flatMap(({ id }): Fact[] => {
    const record = progress.lessons[lessonKey(outline.course.id, id)]
    if (!record) return []
    const object = lessonActivity(outline, id)
    const opened: Fact = { verb: 'initialized', object, parent, at: record.openedAt }
    if (record.doneAt === null) return [opened]
    const result = { completion: true }
    return [opened, { verb: 'completed', object, parent, at: record.doneAt, result }]
  })
}

function answerStatements(outline: Outline, progress: Progress): Fact[] {
  return outline.items.flatMap((item): Fact[] => {
    const record = progress.exercises[exerciseKey(outline.course.id, item.lesson, item.id)]
    if (!record) return []
    const { at, correct, hints } = record.first
    const result = { ...rightOf(correct ? 1 : 0, 1), extensions: helpTaken(item, hints) }
    const parent = lessonActivity(outline, item.lesson)
    return [{ verb: 'answered', object: questionActivity(outline, item), parent, at, result }]
  })
}

function questionActivity({ course }: Outline, { lesson, id }: OutlineItem): Activity {
  return activity('question', `courses/${course.id}/${lesson}/${id}`, { zh: id, en: id })
}

const helpTaken = (item: OutlineItem, hints: number) => ({
  [`${home}/xapi/help`]: moreHelp(helpOf(hints), item.shows),
})

export function rightOf(raw: number, max: number): Result {
  return { success: raw === max, score: { scaled: raw / max, raw, min: 0, max } }
}

function practiceStatements(outline: Outline, progress: Progress): Fact[] {
  const { course } = outline
  return outline.scenarios.flatMap(({ id, lesson }): Fact[] => {
    const record = progress.scenarios[scenarioKey(course.id, id)]
    if (!record?.best) return []
    const object = activity('simulation', `courses/${course.id}/scenarios/${id}`, {
      zh: id,
      en: id,
    })
    const extensions = { [`${home}/xapi/help`]: record.best }
    const result = { success: true, completion: true, extensions }
    const parent = lessonActivity(outline, lesson)
    return [{ verb: 'completed', object, parent, at: record.lastAt, result }]
  })
}

const drillTitle: Titles = { zh: '防骗演练', en: 'Fraud drill' }

function drillStatements(outline: Outline, progress: Progress): Fact[] {
  const { course } = outline
  const rounds = progress.drills[course.id]?.rounds ?? []
  const object = activity('simulation', `courses/${course.id}/drill`, drillTitle)
  const parent = courseActivity(outline)
  return rounds.map((round): Fact => {
    const result = drillResult(round, `${home}/xapi/drill/`)
    return { verb: 'completed', object, parent, at: round.at, result }
  })
}

/** An objective is mastered with the latest of the first attempts that say so. */
function masteryStatements(outline: Outline, progress: Progress): Fact[] {
  const { course, items } = outline
  return standings(outline, progress).flatMap(({ id, mastery }): Fact[] => {
    const firsts = items.flatMap((item) => {
      const record = progress.exercises[exerciseKey(course.id, item.lesson, item.id)]
      return item.objective === id && record ? [record.first] : []
    })
    const last = firsts.toSorted((a, b) => a.nth - b.nth).at(-1)
    if (!last || mastery.help === null) return []
    const object = activity(
      'objective',
      `courses/${course.id}/objectives/${id}`,
      objectiveTitle(course, id),
    )
    const { right: raw, seen: max } = mastery
    const score = { scaled: raw / max, raw, min: 0, max }
    const result = { success: true, score, extensions: { [`${home}/xapi/help`]: mastery.help } }
    return [{ verb: 'mastered', object, parent: courseActivity(outline), at: last.at, result }]
  })
}
