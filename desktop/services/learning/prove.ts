import { ZhizhiError } from '../../contract/errors.ts'
import { diagnose } from '../../domain/course/diagnose.ts'
import { sqlView, type SqlExercise } from '../../domain/course/kinds/sql.ts'
import { constantAnswer, referenceFaults, taskFaults } from '../../domain/course/proof.ts'
import type { Result } from '../../domain/course/result.ts'
import { oneLine } from './one-line.ts'
import { checkSql, type Checking } from './check-sql.ts'
import type { Ground, TriedMutant } from './trials.ts'

/** Whether an exercise holds; remarks are worth a look, but prove nothing against it. */
export interface ExerciseProof {
  readonly faults: readonly string[]
  readonly remarks: readonly string[]
}

/**
 * Proves an exercise on rows: its reference and all alternatives pass, a constant answer and the
 * authored slips fail as they should, and every mutant of the reference fails somewhere.
 * @param typed the exercise where its answer is typed: what it starts with is tried too
 */
export async function proveExercise(
  checking: Checking,
  typed?: SqlExercise,
): Promise<ExerciseProof> {
  const faults = taskFaults(checking.trials.exercise)
  if (faults.length > 0) return { faults, remarks: [] }
  try {
    const grounds = await groundFaults(checking)
    if (grounds.length > 0) return { faults: grounds, remarks: [] }
    const starts = typed ? await startFaults(checking, typed) : []
    const answers = [...(await answerFaults(checking)), ...starts]
    const survivors = await survivingMutants(checking)
    return { faults: answers, remarks: survivors.map(remark) }
  } catch (error) {
    return { faults: [`参考答案运行不了：${oneLine(error)}`], remarks: [] }
  }
}

async function groundFaults({ trials }: Checking): Promise<string[]> {
  const { exercise } = trials
  const { reference } = await trials.visible()
  const faults = referenceFaults(exercise, await trials.shape(), reference)
  if (faults.length > 0) return faults
  const empty = (await trials.hidden()).filter((ground) => ground.reference.rows.length === 0)
  return empty.map(
    ({ name }) => `隐藏数据“${name}”上参考答案是空的，换一个能有结果的条件，或用 hidden 补数据`,
  )
}

async function answerFaults(checking: Checking): Promise<string[]> {
  const { trials } = checking
  const { exercise } = trials
  const visible = await trials.visible()
  const constant = constantAnswer(trials.firstRows(visible.reference))
  const faults: string[] = []
  const expect = async (what: string, sql: string, wanted: readonly string[]) => {
    const { code, message } = await checkSql(checking, sql)
    if (!wanted.includes(code)) faults.push(`${what}：判成了 ${code}（${message}）`)
  }
  await expect('把结果写死的答案应当不通过', constant, ['hard_coded'])
  if (exercise.top === undefined) await expect('参考答案应当通过', exercise.reference, ['ok'])
  for (const [index, sql] of exercise['also-right'].entries()) {
    await expect(`also-right[${index + 1}] 应当通过`, sql, ['ok'])
  }
  return [...faults, ...(await slipFaults(checking))]
}

/** What the learner starts with is no answer yet, unless the example is shown worked out. */
async function startFaults(checking: Checking, exercise: SqlExercise): Promise<string[]> {
  const half = exercise['half-worked']
  const gaps = half === undefined || half.includes('____')
  const faults = gaps ? [] : ['half-worked 里没有留空 ____']
  const { starter } = sqlView(exercise)
  if (exercise.fade === 'shown' || starter.trim() === '') return faults
  const { correct } = await checkSql(checking, starter)
  return correct ? [...faults, 'starter 一字不改就能通过'] : faults
}

/** Each authored slip must be told to whoever makes it, and to nobody who is right. */
async function slipFaults(checking: Checking): Promise<string[]> {
  const faults: string[] = []
  for (const [index, slip] of checking.trials.exercise.slips.entries()) {
    if (slip.like === undefined) continue
    const { correct, code, message } = await checkSql(checking, slip.like)
    if (message === slip.say) continue
    const problem = correct ? '和参考答案分不开' : `没有说出它的 say（判成 ${code}：${message}）`
    faults.push(`slips[${index + 1}] ${problem}`)
  }
  return faults
}

async function survivingMutants(checking: Checking): Promise<TriedMutant[]> {
  const { trials } = checking
  const visible = await trials.visible()
  const survivors: TriedMutant[] = []
  for (const mutant of await trials.mutants()) {
    if (!mutant.result || !passes(checking, visible, mutant.result)) continue
    if (await passesHidden(checking, mutant.sql)) survivors.push(mutant)
  }
  return survivors
}

function passes({ trials }: Checking, ground: Ground, result: Result): boolean {
  return diagnose(trials.exercise, ground.reference, trials.firstRows(result)).code === 'ok'
}

async function passesHidden(checking: Checking, sql: string): Promise<boolean> {
  for (const ground of await checking.trials.hidden()) {
    try {
      const result = await checking.trials.answer(ground, sql)
      if (!passes(checking, ground, result)) return false
    } catch (error) {
      if (error instanceof ZhizhiError && error.code.startsWith('sql_')) return false
      throw error
    }
  }
  return true
}

function remark({ slip, about, sql }: TriedMutant): string {
  return `换成这样也分不出来（${slip}${about === '' ? '' : ` ${about}`}）：${sql}`
}
