import * as z from 'zod'
import { titlesSchema, type Titles } from '../course/titles.ts'
import { exerciseIdSchema } from '../course/kinds/common.ts'
import type { Problem, Reading } from '../course/problem.ts'
import { readYaml } from '../course/yaml.ts'

const words = z.string().trim().min(1)

/** What an item is kept for; nobody meets one item in two of them. */
export const itemUses = ['A', 'B', 'placement', 'final'] as const
export type ItemUse = (typeof itemUses)[number]

const scalar = z.union([z.number(), z.string(), z.boolean()])
const listSchema = z.array(z.union([scalar, z.record(z.string(), scalar)])).min(2)
const fromList = z.union([words, listSchema])

const drawSchema = z.union([
  z.strictObject({ one: fromList }),
  z.strictObject({ some: fromList, count: z.int().min(2).max(12) }),
  z
    .strictObject({
      low: z.number(),
      high: z.number(),
      step: z.number().positive().default(1),
      count: z.int().min(2).max(20).optional(),
      distinct: z.boolean().default(false),
    })
    .refine(({ low, high }) => low < high, { path: ['high'], message: '要比 low 大' }),
])
export type Draw = z.infer<typeof drawSchema>

const name = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u)

/** An item as its author wrote it: an exercise whose numbers, places and months are drawn. */
const itemSchema = z.strictObject({
  id: exerciseIdSchema,
  use: z.enum(itemUses),
  /** An objective of the course. */
  objective: words,
  draw: z.record(name, drawSchema).default({}),
  set: z.record(name, z.union([scalar])).default({}),
  when: words.optional(),
  /** An exercise of a lesson, with `{{expressions}}` in it. */
  exercise: z.looseObject({ kind: words }),
})
export type BankItem = z.infer<typeof itemSchema> & { readonly line: number }

const headSchema = z.strictObject({
  title: titlesSchema,
  datasets: z.array(words).default([]),
  lists: z.record(name, listSchema).default({}),
})

/** The items of one course. */
export interface Bank {
  readonly file: string
  readonly title: Titles
  readonly datasets: readonly string[]
  readonly lists: z.infer<typeof headSchema>['lists']
  readonly items: readonly BankItem[]
}

/** Reads `bank.md`: front matter, then ```` ```item ```` blocks among notes to their author. */
export function readBank(file: string, source: string): Reading<Bank> {
  const text = source.replaceAll('\r\n', '\n')
  const [whole, head] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? []
  if (whole === undefined || head === undefined) {
    return refuse([{ file, line: 1, problem: '文件开头要有说明：--- title、datasets ……---' }])
  }
  const read = readYaml({ file, line: 2, text: head }, headSchema)
  const items = fencesOf(text).map(({ line, text: body }): Reading<BankItem> => {
    const item = readYaml({ file, line: line + 1, text: body }, itemSchema)
    return item.ok ? { ok: true, value: { ...item.value, line } } : item
  })
  const good = items.flatMap((item) => (item.ok ? [item.value] : []))
  const problems = [
    ...(read.ok ? [] : read.problems),
    ...items.flatMap((item) => (item.ok ? [] : item.problems)),
    ...twice(file, good),
  ]
  if (!read.ok || problems.length > 0) return refuse(problems)
  return { ok: true, value: { file, ...read.value, items: good } }
}

const refuse = (problems: readonly Problem[]): Reading<never> => ({ ok: false, problems })

function fencesOf(text: string): { readonly line: number; readonly text: string }[] {
  return [...text.matchAll(/^```item\n([\s\S]*?)^```\s*$/gm)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    text: match[1] ?? '',
  }))
}

function twice(file: string, items: readonly BankItem[]): Problem[] {
  return items.flatMap(({ id, line }, place) =>
    items.findIndex((item) => item.id === id) < place
      ? [{ file, line, problem: `题目的 id “${id}” 用了两次，换一个` }]
      : [],
  )
}
