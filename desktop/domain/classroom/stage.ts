import type { Titles } from '../course/titles.ts'
import { lessonPlan } from './plan.ts'
import { planNotes, speechBehind, type StageNote, wholeSpeech } from './stage-notes.ts'
import { partsOf } from './stage-parts.ts'
import { type Shelf, showsOf, type StageBlock, type StageShow } from './stage-show.ts'
import type { PlanStep } from './step.ts'

/** A lesson as its learners' view has it. */
export interface StageLesson {
  readonly title: Titles
  readonly minutes: number
  readonly blocks: readonly StageBlock[]
}

/** One press of the clicker. */
export interface StageStep {
  /** The same as long as the lesson stays as it is. */
  readonly key: string
  /** The heading that it stands under. */
  readonly section: string | undefined
  readonly show: StageShow
  /** The step of the plan that it belongs to. */
  readonly part: number
  /** Time for oneself that begins with it; `null`: none. */
  readonly minutes: number | null
  readonly notes: readonly StageNote[]
}

/** A lesson as it is led. */
export interface Stage {
  readonly title: Titles
  readonly steps: readonly StageStep[]
  /** The plan's steps, which have the minutes. */
  readonly plan: readonly PlanStep[]
  /** By whom the minutes are. */
  readonly by: 'author' | 'estimate'
}

interface Shown {
  readonly show: StageShow
  readonly speech: readonly string[]
  readonly heading?: string | undefined
}

/** The lesson, press by press, each press in its place of the plan. */
export function stageOf(lesson: StageLesson, shelf: Shelf): Stage {
  const { blocks } = lesson
  const practices = [...shelf.scenarios.values()].map(({ id, title }) => ({ id, title: title.zh }))
  const plan = lessonPlan(lesson, practices)
  const shown = led([
    { show: { kind: 'title' }, speech: [] },
    ...blocks.flatMap((block, at) =>
      showsOf(block, shelf).map((show) => ({ show, speech: speechBehind(blocks, at) })),
    ),
    { show: { kind: 'end' }, speech: [] },
  ])
  const shows = shown.map(({ show }) => show)
  const parts = partsOf(shows, plan.steps)
  const whole = wholeSpeech(blocks)
  let section: string | undefined
  const steps = shown.map(({ show, heading, speech }, at): StageStep => {
    section = heading ?? section
    const part = parts[at] ?? 0
    const lead = parts[at - 1] === part ? undefined : plan.steps[part]?.text
    const say = isTalk(show) ? [...speech, ...whole] : speech
    return {
      ...{ key: `${at}-${show.kind}`, section, show, part },
      minutes: show.kind === 'practice' ? ownMinutes(at, parts, shows, plan.steps) : null,
      notes: [
        ...(lead === undefined ? [] : [{ kind: 'lead' as const, texts: [lead] }]),
        ...(say.length > 0 ? [{ kind: 'say' as const, texts: say }] : []),
        ...planNotes(show, plan),
      ],
    }
  })
  return { title: lesson.title, steps, plan: plan.steps, by: plan.by }
}

/** What leads into a phone has its picture; a heading alone is shown with what follows it. */
function led(shown: readonly Shown[]): Shown[] {
  let heading: string | undefined
  return shown.flatMap(({ show, speech }, at): Shown[] => {
    const next = shown[at + 1]?.show
    if (show.kind !== 'idea') return [{ show, speech, heading }]
    heading = show.heading ?? heading
    if (show.lines.length === 0 && next?.kind !== 'idea') return []
    const picture = next?.kind === 'phone' ? { scenario: next.scenario } : {}
    return [{ show: { ...show, ...picture }, speech, heading }]
  })
}

const isTalk = ({ kind }: StageShow) => kind === 'title' || kind === 'idea'

const leastOwn = 2

/** A part's minutes are shared by the practices in it; watching the demonstration takes a third. */
function ownMinutes(
  at: number,
  parts: readonly number[],
  shows: readonly StageShow[],
  plan: readonly PlanStep[],
): number {
  const part = parts[at] ?? 0
  const inPart = (kind: StageShow['kind']) =>
    shows.filter((show, index) => parts[index] === part && show.kind === kind).length
  const share = (plan[part]?.minutes ?? 0) / Math.max(1, inPart('practice'))
  return Math.max(leastOwn, Math.round(inPart('phone') > 0 ? (share * 2) / 3 : share))
}
