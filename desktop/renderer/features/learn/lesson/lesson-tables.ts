import type { LessonView } from '../../../../contract/learn.ts'
import type { AppTable } from '../../../../contract/procedures.ts'
import type { Output } from '../../../../contract/wire/procedure.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import type { SqlSchema } from '../../../ui/sql-editor/editor.ts'

interface TableColumn {
  readonly name: string
  readonly title: string
  readonly unit: string | undefined
}

/** A table that the lesson's queries read. */
export interface LessonTable {
  /** As it is written in SQL. */
  readonly name: string
  readonly dataset: string
  readonly title: string
  readonly synthetic: boolean
  /** Empty where the catalogue could not say. */
  readonly columns: readonly TableColumn[]
}

type Dataset = LessonView['datasets'][number]

/** The lesson's tables with what the catalogue knows of their columns. */
export async function lessonTables(
  client: AppClient,
  lesson: LessonView,
  signal: AbortSignal,
): Promise<LessonTable[]> {
  // a dataset of several tables is named once for each
  const ids = [...new Set(lesson.datasets.map(({ id }) => id))]
  const tables = await Promise.all(
    ids.map(async (id) => {
      const [first, ...others] = lesson.datasets.filter((dataset) => dataset.id === id)
      if (!first) return []
      try {
        const found = await client.call('catalogue.dataset', { id }, { signal })
        return tablesOf(first, found)
      } catch {
        return [first, ...others].map(bare) // the lesson can be read without its columns' names
      }
    }),
  )
  return tables.flat()
}

type Found = Output<AppTable, 'catalogue.dataset'>

function tablesOf(dataset: Dataset, { descriptor, relations }: Found): LessonTable[] {
  return descriptor.resources.map((resource, index) => {
    const relation = relations[index]
    const name = relation ? [relation.schema, relation.name].filter(Boolean).join('.') : ''
    const columns = resource.schema.fields.map(({ name, title, unit }) => ({ name, title, unit }))
    return { ...bare(dataset), name: name || dataset.table, columns }
  })
}

function bare({ id, title, table, synthetic }: Dataset): LessonTable {
  return { name: table, dataset: id, title, synthetic, columns: [] }
}

/** `街道（street）`; the bare name where no table has it, or tables call it by different titles. */
export function columnName(tables: readonly LessonTable[], name: string): string {
  const columns = tables.flatMap((table) => table.columns)
  const titles = new Set(columns.flatMap((one) => (one.name === name ? [one.title] : [])))
  const [title, other] = titles
  return title === undefined || other !== undefined ? name : `${title}（${name}）`
}

/** The datasets of the tables, each once. */
export function datasetsOf(tables: readonly LessonTable[]): readonly LessonTable[] {
  return tables.filter((table, at) => tables.findIndex(sameDataset(table)) === at)
}

const sameDataset =
  ({ dataset }: LessonTable) =>
  (other: LessonTable): boolean =>
    other.dataset === dataset

export function schemaOf(tables: readonly LessonTable[]): SqlSchema {
  return Object.fromEntries(
    tables.map((table) => [table.name, table.columns.map((column) => column.name)]),
  )
}
