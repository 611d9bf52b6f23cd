import type { Bank, BankItem } from '../../domain/assessment/bank.ts'
import { ExpressionError } from '../../domain/assessment/expression.ts'
import { instanceOf, type Instance } from '../../domain/assessment/instance.ts'
import type { Course } from '../../domain/course/course.ts'
import { isOnData } from '../../domain/course/data-exercise.ts'
import type { Exercise } from '../../domain/course/exercise.ts'
import type { Problem } from '../../domain/course/problem.ts'
import type { Exercises } from '../learning/exercises.ts'
import { oneLine } from '../learning/one-line.ts'
import { proofOf } from '../learning/proof-of.ts'
import type { Banks } from './banks.ts'
import { drawnLesson } from './drawn-lesson.ts'

/** Draws of one item that are tried: a bad one in fifty is missed once in sixty times; data cost more. */
const draws = { value: 200, data: 2 }

export interface BankCount {
  readonly items: number
  readonly proven: number
  /** Draws that were proven, all items together. */
  readonly draws: number
}

interface Found extends BankCount {
  readonly errors: readonly Problem[]
  readonly remarks: readonly Problem[]
}

/** Proves a course's item bank: every item, drawn several times, holds as an exercise does. */
export class BankCheck {
  readonly #banks: Banks
  readonly #exercises: Exercises

  constructor(banks: Banks, exercises: Exercises) {
    this.#banks = banks
    this.#exercises = exercises
  }

  /** Nothing where the course has no bank. */
  async course(course: Course): Promise<Found> {
    const reading = await this.#banks.read(course.id)
    if (!reading) return { errors: [], remarks: [], items: 0, proven: 0, draws: 0 }
    if (!reading.ok) return { errors: reading.problems, remarks: [], items: 0, proven: 0, draws: 0 }
    const bank = reading.value
    const errors: Problem[] = []
    const remarks: Problem[] = []
    const count = { items: bank.items.length, proven: 0, draws: 0 }
    for (const item of bank.items) {
      const told = (problem: string) => ({
        ...{ file: bank.file, line: item.line },
        problem: `题目 ${item.id}：${problem}`,
      })
      const proof = await this.#item(course, bank, item)
      errors.push(...proof.faults.map(told))
      remarks.push(...proof.remarks.map(told))
      count.draws += proof.draws
      if (proof.faults.length === 0) count.proven += 1
    }
    return { errors, remarks, ...count }
  }

  async #item(course: Course, bank: Bank, item: BankItem) {
    if (!Object.hasOwn(course.objectives, item.objective)) {
      return { faults: [`课程没有“${item.objective}”这个目标`], remarks: [], draws: 0 }
    }
    const remarks = new Set<string>()
    let seed = 1
    for (let most = draws.value; seed <= most; seed += 1) {
      const instance = drawn(bank, item, seed)
      if (typeof instance === 'string') {
        return { faults: [`第 ${seed} 次抽题：${instance}`], remarks: [], draws: seed - 1 }
      }
      const { exercise } = instance
      if (needsEngine(exercise)) most = draws.data
      const lesson = drawnLesson(bank.title, [bank], [exercise])
      const id = `bank-${seed}`
      const proof = await proofOf(this.#exercises, course.id, id, lesson, exercise)
      const faults = proof.faults.map((fault) => `第 ${seed} 次抽题：${fault}`)
      if (faults.length > 0) return { faults, remarks: [...remarks], draws: seed - 1 }
      for (const remark of proof.remarks) remarks.add(remark)
    }
    return { faults: [], remarks: [...remarks], draws: seed - 1 }
  }
}

const needsEngine = (exercise: Exercise): boolean => exercise.kind === 'sql' || isOnData(exercise)

function drawn(bank: Bank, item: BankItem, seed: number): Instance | string {
  try {
    return instanceOf(bank, item, seed)
  } catch (error) {
    if (error instanceof ExpressionError) return error.message
    return oneLine(error)
  }
}
