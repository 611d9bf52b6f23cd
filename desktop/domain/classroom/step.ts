/** What is done in a step: talk, the practice phone, exercises on paper or screen, or the end. */
export type StepKind = 'talk' | 'practice' | 'exercise' | 'close'

/** One step of a lesson as it is led. */
export interface PlanStep {
  /** Minutes after the lesson's beginning. */
  readonly from: number
  readonly minutes: number
  /** Markdown, without the minutes. */
  readonly text: string
  readonly kind: StepKind
  /** The phone scenario that is practised, where the step tells which. */
  readonly scenario?: string
}

/** A phone scenario of the lesson, by whose title its step is found. */
export interface PlanPractice {
  readonly id: string
  readonly title: string
}

/** What kind of step a text tells of, and which scenario is practised in it. */
export function stepOf(text: string, practices: readonly PlanPractice[]) {
  const kind = kindOf(text)
  const scenario = kind === 'practice' ? practiceOf(text, practices) : undefined
  return { text, kind, ...(scenario === undefined ? {} : { scenario }) }
}

function kindOf(text: string): StepKind {
  if (/情景|(?:^|[，。；：、]|各|先|再)练(?!着|习)/.test(text)) return 'practice'
  if (/做.{0,12}[题道]|[题道].{0,4}一起做|(?:做|挑).{0,6}练习|[序组对]题/.test(text))
    return 'exercise'
  return /小卡片|下课/.test(text) ? 'close' : 'talk'
}

/** Told by its title, by its place (“第二个情景”), or by being the only one. */
function practiceOf(text: string, practices: readonly PlanPractice[]): string | undefined {
  const quoted = [...text.matchAll(/“([^”]{2,})”/g)].map(([, words = '']) => words)
  const named = practices.find(({ title }) =>
    quoted.some((words) => title !== '' && (title.includes(words) || words.includes(title))),
  )
  if (named) return named.id
  const nth = /第([一二三])个情景/.exec(text)?.[1]
  if (nth !== undefined) return practices['一二三'.indexOf(nth)]?.id
  return practices.length === 1 && !/消息/.test(text) ? practices[0]?.id : undefined
}
