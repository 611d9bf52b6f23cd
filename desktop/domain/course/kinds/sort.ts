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

/** Cards to sort into groups. */

export const sortSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('sort'),
    groups: z.array(words).min(2).max(4),
    cards: z
      .array(z.strictObject({ text: words, group: words, because: words }))
      .min(4)
      .max(10),
  })
  .superRefine(({ groups, cards }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const [twice] = [...repeated(groups), ...repeated(cards.map(({ text }) => text))]
    if (twice !== undefined) refuse(['cards'], `“${twice}”写了两次`)
    for (const [place, { group }] of cards.entries()) {
      if (!groups.includes(group)) refuse(['cards', place, 'group'], `“${group}”不在 groups 里`)
    }
    if (new Set(cards.map(({ group }) => group)).size < 2) {
      refuse(['cards'], '所有卡片都在一组里，就不用分了')
    }
  })
type Sort = z.infer<typeof sortSchema>

/** Cards and the groups that they are put in so far. */
export const sortAnswerSchema = z.object({
  kind: z.literal('sort'),
  cards: z.array(z.object({ text: z.string(), group: z.string() })).max(10),
})
type SortAnswer = z.infer<typeof sortAnswerSchema>

export const sortViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('sort'),
  given: sortAnswerSchema.nullable(),
  groups: z.array(z.string()),
  /** Shuffled. */
  cards: z.array(z.string()),
})
type SortView = z.infer<typeof sortViewSchema>

export const sortKind = valueKind<Sort, SortView, SortAnswer>('sort', '{ 卡片: 组, 卡片: 组 }', {
  view: (exercise, given) => ({
    ...commonView(exercise),
    kind: 'sort',
    given,
    groups: exercise.groups,
    cards: shown(exercise),
  }),
  blank: () => answer([]),
  fits: (view, { cards }) =>
    repeated(cards.map(({ text }) => text)).length === 0 &&
    cards.every(({ text, group }) => view.cards.includes(text) && view.groups.includes(group)),
  complete: (view, { cards }) => view.cards.length === cards.length,
  check,
  right: ({ cards }) => answer(cards),
  begun: ({ cards }) => answer(cards.slice(0, Math.floor(cards.length / 2))),
  wrong: ({ groups, cards }) =>
    cards.flatMap((card) =>
      groups
        .filter((group) => group !== card.group)
        .map((group) => ({
          answer: answer(cards.map((each) => (each === card ? { ...each, group } : each))),
          say: card.because,
        })),
    ),
  written(_, value) {
    const read = z.record(z.string(), z.coerce.string()).safeParse(value)
    if (!read.success) return undefined
    return answer(Object.entries(read.data).map(([text, group]) => ({ text, group })))
  },
})

const answer = (cards: SortAnswer['cards']): SortAnswer => ({
  kind: 'sort',
  cards: cards.map(({ text, group }) => ({ text, group })),
})

/** Cards of one group must not all stand together, or their order would tell the groups. */
function shown({ id, cards }: Sort): string[] {
  const groups = new Set(cards.map(({ group }) => group)).size
  const runs = (order: Sort['cards']) =>
    order.filter(({ group }, place) => place === 0 || order[place - 1]?.group !== group).length
  return shuffled(cards, id, (order) => runs([...order]) === groups).map(({ text }) => text)
}

function check({ cards }: Sort, given: SortAnswer): ValueVerdict {
  const marks = given.cards.map(({ text, group }) => {
    const card = cards.find((each) => each.text === text)
    const right = card?.group === group
    const because = card?.because ?? ''
    return { at: text, right, say: right ? because : `不是“${group}”。${because}` }
  })
  const wrong = marks.filter((mark) => !mark.right).length
  const lacking = cards.length - marks.length
  if (wrong > 0) {
    return verdictOf('values', `有 ${wrong} 张放得不对，看看标出来的理由，再放一次。`, { marks })
  }
  if (lacking > 0) return verdictOf('values', `放好的都对，还有 ${lacking} 张没有放。`, { marks })
  return verdictOf('ok', `对了，${cards.length} 张都放对了。`, { marks })
}
