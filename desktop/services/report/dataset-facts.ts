import { errorText } from '../../contract/error-text.ts'
import { toWireError } from '../../contract/errors.ts'
import type { DataPackage } from '../../domain/catalogue/data-package.ts'
import type { Notebook } from '../../domain/notebook/notebook.ts'
import type { Catalogue } from '../catalogue.ts'

/** A dataset that a report is made from, as far as it is known. */
export interface DatasetFacts {
  readonly id: string
  /** The version that the author meant, where it is another. */
  readonly pinned: string | undefined
  readonly package: DataPackage | undefined
  /** Why it could not be used; empty where it could. */
  readonly problem: string
}

export function datasetFacts({ head }: Notebook, catalogue: Catalogue): DatasetFacts[] {
  return head.datasets.map(({ id, version }) => {
    try {
      const { package: dataset } = catalogue.dataset(id)
      const pinned = version === dataset.version ? undefined : version
      return { id, pinned, package: dataset, problem: '' }
    } catch (error) {
      const problem = errorText(toWireError(error), 'zh').what
      return { id, pinned: undefined, package: undefined, problem }
    }
  })
}

/** SHA-256 of each file, by its path. */
export function hashesOf({ package: dataset }: DatasetFacts): { path: string; sha256: string }[] {
  return (dataset?.resources ?? []).map(({ path, hash }) => ({
    path,
    sha256: hash.replace(/^sha256:/, ''),
  }))
}
