import type { Boundary } from '../../domain/notebook/map/boundary.ts'
import { cellsOf, type Notebook } from '../../domain/notebook/notebook.ts'

/** Where boundary files are found by their names. */
export interface BoundarySource {
  find(id: string): Promise<Boundary | undefined>
}

/** The boundary files that a notebook's maps are drawn on, by name. */
export async function boundariesOf(
  notebook: Notebook,
  source: BoundarySource,
): Promise<Map<string, Boundary>> {
  const areas = new Set(cellsOf(notebook, 'map').map(({ map }) => map.area))
  const found = new Map<string, Boundary>()
  for (const area of areas) {
    const boundary = await source.find(area)
    if (boundary) found.set(area, boundary)
  }
  return found
}
