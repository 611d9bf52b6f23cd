import * as z from 'zod'

const text = z.string()
const accepted = z.union([text, z.number(), z.boolean()])

/**
 * Whatever an exercise's author wrote as its answer. Kinds write it under different names; a sheet
 * of answers only has to find them, so what is not there is passed over.
 */
const answeredSchema = z.looseObject({
  options: z.array(z.looseObject({ text, right: z.boolean(), because: text })).optional(),
  items: z.array(text).optional(),
  pairs: z.array(z.looseObject({ left: text, right: text })).optional(),
  cards: z.array(z.looseObject({ text, group: text })).optional(),
  blanks: z.record(text, z.looseObject({ accept: z.array(text) })).optional(),
  answer: accepted.optional(),
  unit: text.optional(),
  model: text.optional(),
  rubric: z.array(text).optional(),
  errors: z
    .array(z.looseObject({ row: z.number(), column: text, because: text.optional() }))
    .optional(),
  parts: z.array(z.looseObject({ because: text, misleading: z.boolean().optional() })).optional(),
  reference: text.optional(),
  because: text.optional(),
})
type Answered = z.infer<typeof answeredSchema>

/** An exercise's answer as Markdown for the sheet of answers; empty where it has none of its own. */
export function answerText(exercise: object): string {
  const read = answeredSchema.safeParse(exercise)
  if (!read.success) return ''
  return [...chosen(read.data), ...placed(read.data), ...written(read.data)].join('\n\n')
}

const list = (lines: readonly string[]) => (lines.length > 0 ? [lines.join('\n')] : [])

function chosen({ options = [], parts = [] }: Answered): string[] {
  const right = options.flatMap(({ text: option, right, because }, index) =>
    right ? [`- ${String.fromCharCode(65 + index)}. ${option}（${because}）`] : [],
  )
  const misleading = parts.flatMap(({ misleading, because }) =>
    misleading ? [`- ${because}`] : [],
  )
  return [...list(right), ...list(misleading)]
}

function placed({ items = [], pairs = [], cards = [], errors = [] }: Answered): string[] {
  return [
    ...list(items.map((item, index) => `${index + 1}. ${item}`)),
    ...list(pairs.map(({ left, right }) => `- ${left} → ${right}`)),
    ...list(cards.map((card) => `- ${card.text} → ${card.group}`)),
    ...list(errors.map(({ row, column, because = '' }) => `- 第 ${row} 行“${column}”：${because}`)),
  ]
}

function written(exercise: Answered): string[] {
  const { blanks = {}, answer, unit = '', model, rubric = [], reference, because } = exercise
  const filled = Object.entries(blanks).map(
    ([name, { accept }]) => `- ${name}：${accept.join(' / ')}`,
  )
  return [
    ...list(filled),
    ...(answer === undefined ? [] : [`${String(answer)}${unit}`]),
    ...(model === undefined ? [] : [model]),
    ...list(rubric.map((point) => `- ${point}`)),
    ...(reference === undefined ? [] : [`\`\`\`sql\n${reference.trim()}\n\`\`\``]),
    ...(because === undefined ? [] : [because]),
  ]
}
