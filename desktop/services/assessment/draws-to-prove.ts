import { allDraws } from '../../domain/assessment/all-draws.ts'
import type { Bank, BankItem } from '../../domain/assessment/bank.ts'
import { chanceOf } from '../../domain/assessment/draw.ts'
import { ExpressionError } from '../../domain/assessment/expression.ts'
import { instanceOf, instanceWith, type Instance } from '../../domain/assessment/instance.ts'
import { oneLine } from '../learning/one-line.ts'

/** Draws of one item that are tried: a bad one in fifty is missed once in sixty times; data cost more. */
export const usualDraws = { value: 200, data: 2 }

/** An item that can be drawn in more ways is not drawn in all of them: on data each takes a while. */
export const mostWays = 500

export interface DrawWishes {
  /** Draws of each item that are proven, also of those on data. */
  readonly draws?: number | undefined
  /** Every way in which an item can be drawn, where they are at most {@link mostWays}. */
  readonly allDraws?: boolean | undefined
}

/** One way to draw an item. */
interface Way {
  /** From 1. */
  readonly nth: number
  /** What it is called where it has a fault. */
  readonly at: string
  /** The item so drawn, or what is wrong with it. */
  readonly make: () => Instance | string
}

/** How an item is drawn to be proven: with the seeds from 1, or in all ways. */
export function waysToDraw(
  bank: Bank,
  item: BankItem,
  { draws = 0, allDraws: wantsAll = false }: DrawWishes,
): { readonly ways: readonly Way[]; readonly all: boolean } {
  const all = wantsAll ? everyWay(bank, item) : undefined
  if (all && all.length > 0) return { ways: all, all: true }
  const count = Math.max(usualDraws.value, draws)
  const ways = Array.from({ length: count }, (_, at) => ({
    nth: at + 1,
    at: `第 ${at + 1} 次抽题`,
    make: () => orWords(() => instanceOf(bank, item, at + 1)),
  }))
  return { ways, all: false }
}

function everyWay(bank: Bank, item: BankItem): Way[] | undefined {
  try {
    return allDraws(bank, item, mostWays)?.map((values, at) => ({
      nth: at + 1,
      at: `第 ${at + 1} 种抽法`,
      make: () => orWords(() => instanceWith(item, values, chanceOf(at + 1, item.id, 'options'))),
    }))
  } catch {
    // the seeds come upon the same fault, and name the draw
    return undefined
  }
}

function orWords(make: () => Instance): Instance | string {
  try {
    return make()
  } catch (error) {
    return error instanceof ExpressionError ? error.message : oneLine(error)
  }
}
