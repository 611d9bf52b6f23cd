import type { DataPackage } from '../catalogue/data-package.ts'

export interface Column {
  /** `column`, or `table.column` where the dataset has several tables. */
  readonly name: string
  readonly title: string
}

/** Every column that can be asked for or be wrong, in the descriptor's order. */
export function columnsOf({ resources }: Pick<DataPackage, 'resources'>): Column[] {
  return resources.flatMap((resource) =>
    resource.schema.fields.map(({ name, title }) => ({
      name: resources.length === 1 ? name : `${resource.name}.${name}`,
      title,
    })),
  )
}
