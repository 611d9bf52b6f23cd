/** Which of the two tests a question belongs to: A before the course, B after it. */
export type Form = 'A' | 'B'

export interface TestItem {
  readonly id: string
  readonly objective: string
  readonly form: Form
}

/** First answers by the questions' ids; a question that was passed over is not right. */
export type TestAnswers = ReadonlyMap<string, boolean>

export interface Decision {
  readonly objective: string
  readonly state: 'open' | 'known' | 'unknown'
  readonly right: number
  readonly asked: number
  /** Questions that the form has for it. */
  readonly of: number
}

/** Two right answers, because one right choice of four is luck a quarter of the time, two a sixteenth. */
const wanted = 2

/**
 * What one form of the test says of each objective, in the order of the questions. Decided as soon
 * as it can be: known with two right answers (or all, where there are fewer), not known when the
 * questions left cannot make up two.
 */
export function decisions(
  items: readonly TestItem[],
  answers: TestAnswers,
  form: Form,
): Decision[] {
  const own = items.filter((item) => item.form === form)
  return [...new Set(own.map(({ objective }) => objective))].map((objective) => {
    const questions = own.filter((item) => item.objective === objective)
    const told = questions.flatMap(({ id }) => answers.get(id) ?? [])
    const right = told.filter(Boolean).length
    const needed = Math.min(wanted, questions.length)
    const reachable = right + questions.length - told.length
    const state = right >= needed ? 'known' : reachable < needed ? 'unknown' : 'open'
    return { objective, state, right, asked: told.length, of: questions.length }
  })
}

/** The next question to ask: the first one left of an objective that is still open. */
export function nextQuestion(
  items: readonly TestItem[],
  answers: TestAnswers,
  form: Form,
): TestItem | undefined {
  const open = new Set(
    decisions(items, answers, form)
      .filter(({ state }) => state === 'open')
      .map(({ objective }) => objective),
  )
  return items.find(
    (item) => item.form === form && open.has(item.objective) && !answers.has(item.id),
  )
}

export interface Outcome {
  readonly form: Form
  readonly state: 'new' | 'begun' | 'done'
  readonly decisions: readonly Decision[]
  readonly known: number
}

export function outcome(items: readonly TestItem[], answers: TestAnswers, form: Form): Outcome {
  const decided = decisions(items, answers, form)
  const begun = decided.some(({ asked }) => asked > 0)
  const open = decided.some(({ state }) => state === 'open')
  const known = decided.filter(({ state }) => state === 'known').length
  return { form, state: !begun ? 'new' : open ? 'begun' : 'done', decisions: decided, known }
}

export interface Change {
  readonly objective: string
  readonly kind: 'gained' | 'kept' | 'lost' | 'not-yet'
}

/** What is different after the course, objective by objective: a handful of questions bears no percentage. */
export function changes(before: Outcome, after: Outcome): Change[] {
  return before.decisions.flatMap(({ objective, state }): Change[] => {
    const later = after.decisions.find((decision) => decision.objective === objective)
    if (!later || state === 'open' || later.state === 'open') return []
    if (later.state === 'known') return [{ objective, kind: state === 'known' ? 'kept' : 'gained' }]
    return [{ objective, kind: state === 'known' ? 'lost' : 'not-yet' }]
  })
}

/** Objectives whose questions are not the same number in both forms: they could not be compared. */
export function unevenObjectives(items: readonly TestItem[]): string[] {
  const objectives = [...new Set(items.map(({ objective }) => objective))]
  const count = (objective: string, form: Form) =>
    items.filter((item) => item.objective === objective && item.form === form).length
  return objectives.filter((objective) => count(objective, 'A') !== count(objective, 'B'))
}
