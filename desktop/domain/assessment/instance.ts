import { exerciseSchema, type Exercise } from '../course/exercise.ts'
import { describeIssue } from '../course/issue.ts'
import type { Bank, BankItem } from './bank.ts'
import { chanceOf, drawValues, mixed } from './draw.ts'
import { ExpressionError, filledAll, textOf, type Scope } from './expression.ts'

/** An item as one person meets it. */
export interface Instance {
  readonly exercise: Exercise
  /** For `choice` and `indicator`: the option's or part's place in the bank, by its place on the screen. */
  readonly places: readonly number[]
}

/**
 * Draws an item. Options of a choice and parts of an indicator are mixed too, since their order is
 * not the item's.
 *
 * @param id what the exercise is called in the sitting
 * @throws ExpressionError with a sentence for the author
 */
export function instanceOf(bank: Bank, item: BankItem, seed: number, id = item.id): Instance {
  const { values } = drawValues(bank, item, seed)
  return instanceWith(item, values, chanceOf(seed, item.id, 'options'), id)
}

/** The item with these values, whatever they came from. Throws as {@link instanceOf} does. */
export function instanceWith(
  item: BankItem,
  values: Scope,
  chance: () => number,
  id = item.id,
): Instance {
  const raw = filledAll(item.exercise, values) as object
  // an expression in a list to draw from is text like any other, and stays as it stands
  if (JSON.stringify(raw).includes('{{'))
    throw new ExpressionError('draw 里不能写 {{…}}，写到 set 里')
  const exercise = exerciseOf({ ...raw, id, objective: item.objective })
  return mixedUp(exercise, chance)
}

function exerciseOf(raw: object): Exercise {
  const first = exerciseSchema.safeParse(raw)
  if (first.success) return first.data
  const texts = first.error.issues.flatMap(({ code, path, ...issue }) =>
    code === 'invalid_type' && 'expected' in issue && issue.expected === 'string' ? [path] : [],
  )
  const read = exerciseSchema.safeParse(texts.reduce<unknown>(asText, raw))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue?.path.map(String).join('.') ?? ''
  throw new ExpressionError(`${where}：${issue ? describeIssue(issue, true) : '读不懂'}`)
}

/** A number that was drawn where a text belongs, an option perhaps, is its text. */
function asText(raw: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined) return typeof raw === 'number' ? textOf(raw) : raw
  if (Array.isArray(raw))
    return raw.map((one: unknown, at) => (at === key ? asText(one, rest) : one))
  if (typeof raw !== 'object' || raw === null) return raw
  return Object.fromEntries(
    Object.entries(raw).map(([name, one]) => [name, name === key ? asText(one, rest) : one]),
  )
}

function mixedUp(exercise: Exercise, chance: () => number): Instance {
  if (exercise.kind === 'indicator') {
    const places = mixed(
      exercise.parts.map((_, place) => place),
      chance,
    )
    const parts = places.flatMap((place) => exercise.parts[place] ?? [])
    return { exercise: { ...exercise, parts }, places }
  }
  if (exercise.kind !== 'choice') return { exercise, places: [] }
  const written = exercise.options.map((_, place) => place)
  const places = exercise.ordered ? written : mixed(written, chance)
  const options = places.flatMap((place) => exercise.options[place] ?? [])
  return { exercise: { ...exercise, options }, places }
}
