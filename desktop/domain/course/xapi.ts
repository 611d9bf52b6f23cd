import { testLesson } from './course.ts'
import { type Titles } from './titles.ts'
import type { Outline, OutlineItem } from './outline.ts'
import { exerciseKey, lessonKey, scenarioKey, type Progress } from './record.ts'
import { standings } from './standing.ts'
import { helpOf, moreHelp } from './mastery.ts'
import { objectiveTitle } from './outline.ts'
import { drillResult } from './xapi-drill.ts'
import {
  activity,
  home,
  rightOf,
  statement,
  type Activity,
  type Fact,
  type Learner,
  type Statement,
} from './xapi-statement.ts'

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
