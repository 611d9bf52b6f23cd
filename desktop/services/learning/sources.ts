import { nullMeaning, type Field } from '../../domain/catalogue/field.ts'
import { sqlName } from '../../domain/catalogue/sql-name.ts'
import type { SourceField, SourceTable } from '../../domain/course/source-table.ts'
import type { Catalogue } from '../catalogue.ts'

export type Datasets = Pick<Catalogue, 'dataset' | 'present' | 'attachments'>

/** A dataset as a lesson names it to its learner. */
export interface LessonDataset {
  readonly id: string
  readonly title: string
  readonly table: string
  readonly synthetic: boolean
}

/** Fails with the catalogue's error on the first dataset that cannot be used. */
export function lessonDatasets(datasets: Datasets, ids: readonly string[]): LessonDataset[] {
  return ids.flatMap((id) => {
    const { package: dataset, relations } = datasets.dataset(id)
    const { titles, synthetic } = dataset
    return relations.map((relation) => ({
      id,
      title: titles.zh,
      table: sqlName(relation),
      synthetic,
    }))
  })
}

/** The tables of a lesson, with the files that the engine reads them from. */
export async function sourceTables(
  datasets: Datasets,
  ids: readonly string[],
): Promise<SourceTable[]> {
  const each = ids.map(async (id) => {
    const { resources } = datasets.dataset(id).package
    const attachments = await datasets.attachments([id])
    return attachments.flatMap(({ relation, file }, index): SourceTable[] => {
      const resource = resources[index]
      if (!resource) return []
      const { fields, primaryKey = [] } = resource.schema
      const keys = [primaryKey].flat()
      const described = fields.map((field) => sourceField(field, keys))
      return [{ ...relation, file, rows: resource.rows, fields: described }]
    })
  })
  return (await Promise.all(each)).flat()
}

/**
 * A field whose descriptor says what a gap means has its gaps already, and other columns agree with
 * them; only where gaps mean nothing in particular may more be made.
 */
function sourceField(field: Field, keys: readonly string[]): SourceField {
  const { name, type, constraints } = field
  const key = keys.includes(name) || constraints?.unique === true
  const nullable = !key && constraints?.required !== true && nullMeaning(field) === undefined
  const closed = field.categories !== undefined || constraints?.enum !== undefined
  return { name, type, nullable, key, closed }
}

/**
 * `“街道”（street）` for a column of these datasets; the bare name for any other, and for one that
 * is called otherwise in another table.
 */
export function columnLabels(
  datasets: Datasets,
  ids: readonly string[],
): (column: string) => string {
  const resources = ids.flatMap((id) => datasets.dataset(id).package.resources)
  const fields = resources.flatMap((resource) => resource.schema.fields)
  const titles = new Map<string, string | null>()
  for (const { name, title } of fields) {
    const known = titles.get(name.toLowerCase())
    titles.set(name.toLowerCase(), known === undefined || known === title ? title : null)
  }
  return (column) => {
    const title = titles.get(column.toLowerCase()) ?? null
    return title === null ? `“${column}”` : `“${title}”（${column}）`
  }
}
