import * as z from 'zod'
import {
  commonFields,
  commonView,
  commonViewFields,
  repeated,
  verdictOf,
  words,
  type ValueVerdict,
} from './common.ts'
import { shuffled } from './shuffle.ts'
import { valueKind } from './value-kind.ts'

/** Steps to put in their order. */

export const orderSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('order'),
    /** In the right order. */
    items: z.array(words).min(3).max(8),
    /** Neighbouring items, from 1, that may stand in any order among themselves. */
    either: z.array(z.array(z.int().min(1)).min(2)).default([]),
    /** Why each item comes before the next. */
    because: z.array(words),
  })
  .superRefine(({ items, either, because }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const [twice] = repeated(items)
    if (twice !== undefined) refuse('items', `“${twice}”写了两次`)
    if (because.length !== items.length - 1) {
      refuse('because', `每相邻两步写一句，应当是 ${items.length - 1} 句`)
    }
    const all = either.flat()
    if (all.some((place) => place > items.length) || new Set(all).size < all.length) {
      refuse('either', '写的是第几步，从 1 数起，每一步至多写一次')
    } else if (either.some((group) => !neighbours(group))) {
      refuse('either', '只有相邻的几步才能不分先后')
    } else if (either.some((group) => group.length === items.length)) {
      refuse('either', '所有步骤都不分先后，就没有次序可排了')
    }
  })
type Order = z.infer<typeof orderSchema>

/** The items as the learner puts them. */
export const orderAnswerSchema = z.object({
  kind: z.literal('order'),
  items: z.array(z.string()).max(8),
})
type OrderAnswer = z.infer<typeof orderAnswerSchema>

export const orderViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('order'),
  given: orderAnswerSchema.nullable(),
  /** Shuffled. */
  items: z.array(z.string()),
})
type OrderView = z.infer<typeof orderViewSchema>

const form = '[第二步, 第一步]，或者题目里的序号 [2, 1]'

export const orderKind = valueKind<Order, OrderView, OrderAnswer>('order', form, {
  view: (exercise, given) => ({
    ...commonView(exercise),
    kind: 'order',
    given,
    items: shown(exercise),
  }),
  blank: ({ items }) => answer(items),
  fits: (view, { items }) =>
    items.length === view.items.length && view.items.every((item) => items.includes(item)),
  complete: () => true,
  check,
  right: ({ items }) => answer(items),
  begun(exercise) {
    const half = Math.floor(exercise.items.length / 2)
    return answer([...exercise.items.slice(0, half), ...exercise.items.slice(half).toReversed()])
  },
  wrong(exercise) {
    const { items, because } = exercise
    const swaps = boundaries(exercise).map(({ first }) => {
      const swapped = [...items]
      swapped.splice(first, 2, items[first + 1] ?? '', items[first] ?? '')
      return { answer: answer(swapped), say: because[first] ?? '' }
    })
    return [...swaps, { answer: answer(shown(exercise)) }]
  },
  written({ items }, value) {
    if (!Array.isArray(value)) return undefined
    const texts = value.map((one) => (typeof one === 'number' ? items[one - 1] : String(one)))
    return texts.every((text) => text !== undefined) ? answer(texts) : undefined
  },
})

const answer = (items: readonly string[]): OrderAnswer => ({ kind: 'order', items: [...items] })

const neighbours = (group: readonly number[]): boolean =>
  Math.max(...group) - Math.min(...group) === group.length - 1

const shown = (exercise: Order): string[] =>
  shuffled(exercise.items, exercise.id, (items) => violated(exercise, items).length === 0)

/** Where what comes before and what comes after is settled: between two items, each with its group. */
interface Boundary {
  /** The place of the item before, from 0. */
  readonly first: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

function boundaries({ items, either }: Order): Boundary[] {
  const groupOf = (place: number): readonly string[] => {
    const group = either.find((places) => places.includes(place + 1)) ?? [place + 1]
    return items.filter((_, at) => group.includes(at + 1))
  }
  return items.slice(1).flatMap((_, first) => {
    const before = groupOf(first)
    const after = groupOf(first + 1)
    return before.some((item) => after.includes(item)) ? [] : [{ first, before, after }]
  })
}

/** The boundaries across which something stands too early; none: the order is right. */
function violated(exercise: Order, items: readonly string[]): Boundary[] {
  return boundaries(exercise).filter(({ before, after }) => {
    const last = Math.max(...before.map((item) => items.indexOf(item)))
    return after.some((item) => items.indexOf(item) < last)
  })
}

function check(exercise: Order, { items }: OrderAnswer): ValueVerdict {
  const wrong = violated(exercise, items)
  const marksAt = (some: readonly Boundary[], right: boolean) =>
    some.map(({ first, after }) => {
      const at = items.find((item) => after.includes(item)) ?? ''
      return { at, right, say: exercise.because[first] ?? '' }
    })
  if (wrong.length === 0) {
    const marks = marksAt(boundaries(exercise), true)
    return verdictOf('ok', '对了，先后都排对了。', { marks })
  }
  const message = `还有 ${wrong.length} 处先后不对，标出来的排得太早了，看看为什么。`
  return verdictOf('order', message, { marks: marksAt(wrong, false) })
}
