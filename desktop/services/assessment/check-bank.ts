import type { Bank, BankItem, ItemUse } from '../../domain/assessment/bank.ts'
import {
  fewest,
  lacksOf,
  VarietyCount,
  type Lack,
  type Variety,
} from '../../domain/assessment/variety.ts'
import type { Course } from '../../domain/course/course.ts'
import { isOnData } from '../../domain/course/data-exercise.ts'
import type { Exercise } from '../../domain/course/exercise.ts'
import type { Problem } from '../../domain/course/problem.ts'
import type { Exercises } from '../learning/exercises.ts'
import { proofOf } from '../learning/proof-of.ts'
import type { Banks } from './banks.ts'
import { drawnLesson } from './drawn-lesson.ts'
import { usualDraws, waysToDraw, type DrawWishes } from './draws-to-prove.ts'

/** How a bank is to be proven, where not as usual. */
export interface BankWishes extends DrawWishes {
  /** Ends the proving after the draw in hand. */
  readonly signal?: AbortSignal | undefined
  /** Told after each draw that was proven. */
  readonly onDraw?: ((at: DrawProgress) => void) | undefined
}

export interface DrawProgress {
  readonly course: string
  readonly item: string
  readonly done: number
  readonly of: number
}

/** How different an item's draws are, and how many of them were proven. */
export interface ItemVariety extends Variety {
  readonly course: string
  readonly item: string
  readonly use: ItemUse
  readonly kind: string
  readonly proven: number
  /** Whether these are all the draws that there are. */
  readonly all: boolean
  /** Of what there are too few; nothing is said of an item that was cut off. */
  readonly few: readonly Lack[]
}

export interface BankCount {
  readonly items: number
  readonly proven: number
  /** Draws that were proven, all items together. */
  readonly draws: number
  /** By item, in the bank's order; without those that have a fault or were not come to. */
  readonly variety: readonly ItemVariety[]
}

interface Found extends BankCount {
  readonly errors: readonly Problem[]
  readonly remarks: readonly Problem[]
}

const nothing = { errors: [], remarks: [], items: 0, proven: 0, draws: 0, variety: [] }

/** Proves a course's item bank: every item, drawn several times, holds as an exercise does. */
export class BankCheck {
  readonly #banks: Banks
  readonly #exercises: Exercises
  readonly #wishes: BankWishes

  constructor(banks: Banks, exercises: Exercises, wishes: BankWishes = {}) {
    this.#banks = banks
    this.#exercises = exercises
    this.#wishes = wishes
  }

  /** Nothing where the course has no bank. */
  async course(course: Course): Promise<Found> {
    const reading = await this.#banks.read(course.id)
    if (!reading) return nothing
    if (!reading.ok) return { ...nothing, errors: reading.problems }
    const bank = reading.value
    const errors: Problem[] = []
    const remarks: Problem[] = []
    const variety: ItemVariety[] = []
    const count = { items: bank.items.length, proven: 0, draws: 0 }
    for (const item of bank.items) {
      if (this.#wishes.signal?.aborted) break
      const told = (problem: string) => ({
        ...{ file: bank.file, line: item.line },
        problem: `题目 ${item.id}：${problem}`,
      })
      const proof = await this.#item(course, bank, item)
      errors.push(...proof.faults.map(told))
      remarks.push(...proof.remarks.map(told))
      count.draws += proof.draws
      if (proof.faults.length > 0 || !proof.variety || proof.draws === 0) continue
      if (proof.whole) count.proven += 1
      variety.push(proof.variety)
      remarks.push(...fewWords(proof.variety).map(told))
    }
    return { errors, remarks, ...count, variety }
  }

  async #item(course: Course, bank: Bank, item: BankItem): Promise<ItemProof> {
    if (!Object.hasOwn(course.objectives, item.objective)) {
      return faulty([`课程没有“${item.objective}”这个目标`], [], 0)
    }
    const { ways, all } = waysToDraw(bank, item, this.#wishes)
    const seen = new VarietyCount()
    const remarks = new Set<string>()
    const state = { proven: 0, kind: item.exercise.kind, whole: true }
    for (const { nth, at, make } of ways) {
      const instance = make()
      if (typeof instance === 'string') return faulty([`${at}：${instance}`], remarks, state.proven)
      const before = seen.take(instance)
      const { exercise } = instance
      const most = this.#most(exercise, ways.length, all)
      state.kind = exercise.kind
      if (state.proven >= most) continue
      // on the same data the same question holds again; of a value the mixed order is proven too
      if (!(before && needsEngine(exercise))) {
        const proof = await this.#prove(course, bank, nth, exercise)
        // what was cut off says nothing of the item
        if (this.#wishes.signal?.aborted) {
          state.whole = false
          break
        }
        const faults = proof.faults.map((fault) => `${at}：${fault}`)
        if (faults.length > 0) return faulty(faults, remarks, state.proven)
        for (const remark of proof.remarks) remarks.add(remark)
      }
      state.proven += 1
      const progress = { course: course.id, item: item.id, done: state.proven, of: most }
      this.#wishes.onDraw?.(progress)
    }
    const { variety } = seen
    const { kind, proven, whole } = state
    const few = whole ? lacksOf(variety, kind) : []
    return {
      ...{ faults: [], remarks: [...remarks], draws: proven, whole },
      variety: {
        ...{ course: course.id, item: item.id, use: item.use, kind, ...variety },
        ...{ proven, all, few },
      },
    }
  }

  #most(exercise: Exercise, ways: number, all: boolean): number {
    if (all || !needsEngine(exercise)) return ways
    return Math.min(ways, this.#wishes.draws ?? usualDraws.data)
  }

  #prove(course: Course, bank: Bank, nth: number, exercise: Exercise) {
    const lesson = drawnLesson(bank.title, [bank], [exercise])
    return proofOf(this.#exercises, course.id, `bank-${nth}`, lesson, exercise)
  }
}

interface ItemProof {
  readonly faults: readonly string[]
  readonly remarks: readonly string[]
  readonly draws: number
  /** Nothing was cut off. */
  readonly whole: boolean
  readonly variety?: ItemVariety
}

const faulty = (
  faults: readonly string[],
  remarks: Iterable<string>,
  draws: number,
): ItemProof => ({ faults, remarks: [...remarks], draws, whole: true })

function fewWords({ drawn, questions, answers, all, few }: ItemVariety): string[] {
  const where = all ? '一共只有' : `抽 ${drawn} 次只有`
  const words: Readonly<Record<Lack, string>> = {
    questions: `${where} ${questions} 种题，少于 ${fewest} 种，坐在一起的人容易碰到同一道`,
    answers: `${where} ${answers} 个不同的答案，少于 ${fewest} 个，听来的答案容易碰对`,
  }
  return few.map((lack) => words[lack])
}

const needsEngine = (exercise: Exercise): boolean => exercise.kind === 'sql' || isOnData(exercise)
