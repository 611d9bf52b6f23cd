import { allot } from './allot.ts'
import { headingMinutes, splitMinutes } from './minutes.ts'
import { noteSections, type NotePart, type NoteSection } from './notes.ts'
import { lessonSections, type LessonSection, type PlanBlock } from './sections.ts'
import { stepOf, type PlanPractice, type PlanStep, type StepKind } from './step.ts'

/** How a lesson is led, minute by minute; every text is Markdown. */
export interface LessonPlan {
  readonly steps: readonly PlanStep[]
  /** By whom the minutes are: the lesson's author, or estimated from the length of its parts. */
  readonly by: 'author' | 'estimate'
  /** What the steps take together; it may be another number than what they are to take. */
  readonly total: number
  /** What it is to take in class, by the notes' heading; without one, the lesson's own minutes. */
  readonly minutes: number
  readonly prepare: readonly string[]
  /** What to leave out when time runs short. */
  readonly short: readonly string[]
  /** Where learners get stuck. */
  readonly stuck: readonly string[]
  /** What to keep in mind and never to do. */
  readonly never: readonly string[]
  /** What else the notes say, under headings of the author's own. */
  readonly other: readonly { readonly heading: string; readonly entries: readonly string[] }[]
}

export interface PlanSource {
  readonly minutes: number
  readonly blocks: readonly PlanBlock[]
}

/** The plan in the lesson's volunteer notes; where they have none, one after the lesson's parts. */
export function lessonPlan(
  lesson: PlanSource,
  practices: readonly PlanPractice[] = practicesOf(lesson.blocks),
): LessonPlan {
  const sections = lesson.blocks.flatMap(({ kind, text }) =>
    kind === 'volunteer' && typeof text === 'string' ? noteSections(text) : [],
  )
  const written = sections.flatMap(({ part, numbered }) => (part === 'steps' ? numbered : []))
  const minutes = inClass(sections) ?? lesson.minutes
  const steps =
    written.length > 0
      ? authorSteps(written, minutes, practices)
      : estimatedSteps(lesson, practices)
  const entriesOf = (part: NotePart) =>
    sections.filter((section) => section.part === part).flatMap(({ entries }) => entries)
  return {
    ...{ steps, by: written.length > 0 ? 'author' : 'estimate', minutes },
    total: steps.reduce((sum, { minutes }) => sum + minutes, 0),
    ...{ prepare: entriesOf('prepare'), short: entriesOf('short') },
    ...{ stuck: entriesOf('stuck'), never: entriesOf('never'), other: othersOf(sections) },
  }
}

/** A lesson read alone may take ten minutes, and forty with a class that plays it out. */
const inClass = (sections: readonly NoteSection[]): number | undefined =>
  sections
    .filter(({ part }) => part === 'steps')
    .map(({ heading }) => headingMinutes(heading))
    .find((minutes) => minutes !== undefined)

const practicesOf = (blocks: readonly PlanBlock[]): PlanPractice[] =>
  blocks.flatMap(({ scenario }) =>
    typeof scenario === 'string' ? [{ id: scenario, title: '' }] : [],
  )

/** What no other part of the plan holds: steps without numbers are remarks on how it is led. */
const othersOf = (sections: readonly NoteSection[]) =>
  sections
    .map(({ part, heading, entries, numbered }) => {
      const kept = part === 'steps' ? entries.filter((entry) => !numbered.includes(entry)) : entries
      return { part, heading, entries: kept }
    })
    .filter(({ part, entries }) => (part === 'other' || part === 'steps') && entries.length > 0)
    .map(({ heading, entries }) => ({ heading, entries }))

function authorSteps(
  written: readonly string[],
  minutes: number,
  practices: readonly PlanPractice[],
): PlanStep[] {
  const parts = written.map(splitMinutes)
  const told = parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0)
  const untold = parts.filter((part) => part.minutes === undefined)
  const shares = allot(
    minutes - told,
    untold.map(() => 1),
  )
  return timed(
    parts.map((part) => ({
      minutes: part.minutes ?? shares[untold.indexOf(part)] ?? 1,
      ...stepOf(part.text, practices),
    })),
  )
}

function estimatedSteps(lesson: PlanSource, practices: readonly PlanPractice[]): PlanStep[] {
  const steps = lessonSections(lesson.minutes, lesson.blocks).map((section) => {
    const scenario = section.scenarios[0]
    return {
      ...{ minutes: section.minutes, text: sectionText(section, practices) },
      kind: sectionKind(section),
      ...(scenario === undefined ? {} : { scenario }),
    }
  })
  return timed(steps)
}

function sectionKind({ scenarios, drills, exercises }: LessonSection): StepKind {
  if (scenarios.length + drills > 0) return 'practice'
  return exercises > 0 ? 'exercise' : 'talk'
}

function sectionText(section: LessonSection, practices: readonly PlanPractice[]): string {
  const { title, scenarios, drills, exercises } = section
  const named = scenarios.map((id) => practices.find((one) => one.id === id)?.title ?? '')
  const told = named.filter((name) => name !== '').map((name) => `练“${name}”`)
  const parts = [
    title === '' ? '讲课文' : `讲“${title}”`,
    ...(told.length < scenarios.length ? [`练 ${scenarios.length} 个手机情景`] : told),
    ...(drills > 0 ? ['练一轮消息'] : []),
    ...(exercises > 0 ? [`做 ${exercises} 道练习`] : []),
  ]
  return `${parts.join('，')}。`
}

/** Each step with the minute it begins at. */
function timed(steps: readonly Omit<PlanStep, 'from'>[]): PlanStep[] {
  let from = 0
  return steps.map((step) => {
    const begins = from
    from += step.minutes
    return { from: begins, ...step }
  })
}

/** Minutes as a running clock: `0:03`, `1:05`; half a minute is `0:03½`. */
export function clock(minutes: number): string {
  const whole = Math.floor(minutes)
  const half = minutes > whole ? '½' : ''
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}${half}`
}
