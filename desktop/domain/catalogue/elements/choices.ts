import * as z from 'zod'

/** Columns and their elements; `null` says that a column is none of the dictionary. */
export const choicesSchema = z.record(z.string(), z.string().nullable())
export type Choices = z.infer<typeof choicesSchema>

/** What the journal keeps: what people said that columns of a dataset's table are. */
const chosenEvent = z.object({
  dataset: z.string(),
  /** The resource's name. */
  resource: z.string(),
  choices: choicesSchema,
})
export type ElementsChosen = z.infer<typeof chosenEvent>

/** By `dataset/resource`. */
type ChoicesByTable = Readonly<Record<string, Choices>>

interface RecordedEvent {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

export const chosenType = 'elements.chosen'

export const tableKey = (dataset: string, resource: string) => `${dataset}/${resource}`

/** The last word on each column counts, so that choosing again undoes. */
export const choicesProjection = {
  name: 'elements',
  version: 1,
  initial: {} as ChoicesByTable,
  reduce(state: ChoicesByTable, event: RecordedEvent): ChoicesByTable {
    if (event.type !== chosenType) return state
    const read = chosenEvent.safeParse(event.data)
    if (!read.success) return state
    const { dataset, resource, choices } = read.data
    const key = tableKey(dataset, resource)
    return { ...state, [key]: { ...state[key], ...choices } }
  },
}
