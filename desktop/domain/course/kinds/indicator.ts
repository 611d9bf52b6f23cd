import { tableName } from '../../notebook/query/identifier.ts'
import type { IndicatorAnswer, IndicatorExercise, Role } from './indicator-schema.ts'

/** What stands above and below the line, and what is left out. */
export type IndicatorChoice = Omit<IndicatorAnswer, 'kind'>

/** Rows counted above and below the line. */
export interface Counts {
  readonly numerator: number
  readonly denominator: number
}

/** A right choice: the first of each that will do. */
export const rightChoice = ({ numerator, denominator, exclusions }: IndicatorExercise) => ({
  numerator: numerator[0] ?? null,
  denominator: denominator[0] ?? null,
  exclusions,
})

/**
 * SQL that counts the rows of both parts, in one row of two columns; `undefined` while one is not
 * chosen. Rows of which an exclusion is not known stay in.
 */
export function indicatorSql(
  { parts, table }: Pick<IndicatorExercise, 'parts' | 'table'>,
  choice: IndicatorChoice,
): string | undefined {
  const conditionOf = (id: string | null) => parts.find((part) => part.id === id)?.sql
  const above = conditionOf(choice.numerator)
  const below = conditionOf(choice.denominator)
  if (above === undefined || below === undefined) return undefined
  const without = choice.exclusions.flatMap((id) => conditionOf(id) ?? [])
  const where = without.map((sql) => `NOT coalesce((${sql}), false)`).join(' AND ')
  return [
    `SELECT count(*) FILTER (WHERE (${above})) AS above, count(*) FILTER (WHERE (${below})) AS below`,
    `FROM ${tableName(table)}`,
    ...(where === '' ? [] : [`WHERE ${where}`]),
  ].join('\n')
}

/**
 * SQL that counts the rows which a choice takes otherwise than the right one, above the line or below
 * it, in one row of one column: none where both say the same in other words. `undefined` while a part
 * is not chosen.
 */
export function apartSql(exercise: IndicatorExercise, choice: IndicatorChoice): string | undefined {
  const mine = takenBy(exercise, choice)
  const right = takenBy(exercise, rightChoice(exercise))
  if (!mine || !right) return undefined
  return [
    `SELECT count(*) FILTER (WHERE ${mine.above} <> ${right.above} OR ${mine.below} <> ${right.below})`,
    `FROM ${tableName(exercise.table)}`,
  ].join('\n')
}

/** Which rows a choice takes, as conditions that are true or false and never unknown. */
function takenBy({ parts }: Pick<IndicatorExercise, 'parts'>, choice: IndicatorChoice) {
  const conditionOf = (id: string | null) => parts.find((part) => part.id === id)?.sql
  const above = conditionOf(choice.numerator)
  const below = conditionOf(choice.denominator)
  if (above === undefined || below === undefined) return undefined
  const without = choice.exclusions.flatMap((id) => conditionOf(id) ?? [])
  const taken = (sql: string) =>
    `(${[known(sql), ...without.map((out) => `NOT ${known(out)}`)].join(' AND ')})`
  return { above: taken(above), below: taken(below) }
}

const known = (sql: string): string => `coalesce((${sql}), false)`

/** The indicator's value in its unit; `undefined` where nothing is below the line. */
export function valueOf({ per }: Pick<IndicatorExercise, 'per'>, counts: Counts) {
  return counts.denominator === 0 ? undefined : (counts.numerator / counts.denominator) * per
}

/** `911 ÷ 972 = 93.72 %`: an indicator with its numerator, denominator and unit. */
export function writeIndicator(
  exercise: Pick<IndicatorExercise, 'per' | 'unit'>,
  counts: Counts,
): string {
  const value = valueOf(exercise, counts)
  const { numerator, denominator } = counts
  const sum = `${plain(numerator)} ÷ ${plain(denominator)}`
  if (value === undefined) return `${sum}：分母是 0，算不出来`
  return `${sum} = ${plain(value, 2)}${exercise.unit === '' ? '' : ` ${exercise.unit}`}`
}

const plain = (value: number, decimals = 0) =>
  value.toLocaleString('zh-CN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })

export interface IndicatorVerdict {
  readonly correct: boolean
  readonly message: string
  readonly notes: readonly string[]
}

interface Chosen extends Pick<IndicatorChoice, 'exclusions'> {
  readonly numerator: string
  readonly denominator: string
}

/** A choice that is wrong, and where it stands or does not. */
interface WrongPick {
  readonly role: Role
  readonly part: string
}

/**
 * Checks what was put together. Every wrong pick is explained; the value that it comes to stands
 * beside the right one, so that the learner sees how far the definition moves the number.
 *
 * @param same whether it takes the very rows that the right choice takes: then it is right as well
 */
export function checkIndicator(
  exercise: IndicatorExercise,
  choice: IndicatorChoice,
  mine: Counts | undefined,
  right: Counts,
  same = false,
): IndicatorVerdict {
  const { numerator, denominator, exclusions } = choice
  if (numerator === null || denominator === null) {
    const lacking = numerator === null ? '分子' : '分母'
    return {
      correct: false,
      message: `还没有选${lacking}。先想：数的是谁？从谁里面数？`,
      notes: [],
    }
  }
  const picks = wrongPicks(exercise, { numerator, denominator, exclusions })
  if (picks.length === 0 || same) {
    const message = exercise.done ?? '对了：分子、分母、剔除都说清楚了，别人照着也能算出同一个数。'
    const other = picks.length > 0 ? ['你换了一种说法，数的是同样的行，也对。'] : []
    const value = `按这个口径：${writeIndicator(exercise, right)}。`
    return { correct: true, message, notes: [...other, value] }
  }
  const [message = '', ...more] = new Set(picks.map((pick) => explainPick(exercise, pick)))
  return { correct: false, message, notes: [...more, ...compared(exercise, mine, right)] }
}

function wrongPicks(exercise: IndicatorExercise, choice: Chosen): WrongPick[] {
  const { numerator, denominator, exclusions } = exercise
  const pick = (role: Role) => (part: string) => ({ role, part })
  return [
    ...[choice.numerator].filter((id) => !numerator.includes(id)).map(pick('numerator')),
    ...[choice.denominator].filter((id) => !denominator.includes(id)).map(pick('denominator')),
    ...choice.exclusions.filter((id) => !exclusions.includes(id)).map(pick('exclusion')),
    ...exclusions.filter((id) => !choice.exclusions.includes(id)).map(pick('not-excluded')),
  ]
}

function explainPick(exercise: IndicatorExercise, { role, part }: WrongPick): string {
  const authored = exercise.wrong.find((wrong) => wrong.part === part && wrong.as === role)
  if (authored) return authored.say
  const text = exercise.parts.find(({ id }) => id === part)?.text ?? ''
  switch (role) {
    case 'numerator':
      return `分子选了“${text}”：这样数出来的不是题目问的那些。想一想，题目要数的是谁？`
    case 'denominator':
      return `分母选了“${text}”：这不是题目说的总体。想一想，分子里的每一个，是从谁里面挑出来的？`
    case 'exclusion':
      return `把“${text}”也剔除了：题目没有说不算它们，去掉以后数就变了。`
    case 'not-excluded':
      return '剔除得不够：总体里还混着不该算进去的，分子分母都要先去掉它们。'
  }
}

/** The learner's own value beside the right one, and what a value above the whole gives away. */
function compared(exercise: IndicatorExercise, mine: Counts | undefined, right: Counts): string[] {
  if (!mine) return []
  const own = valueOf(exercise, mine)
  const over =
    exercise.unit === '%' && own !== undefined && own > exercise.per
      ? '超过了 100 %：分子里有分母没有的人或事。'
      : ''
  return [
    `照你选的：${writeIndicator(exercise, mine)}。${over}照题目的口径：${writeIndicator(exercise, right)}。`,
  ]
}
