import type { Rolldown } from 'vite'

/** A module that the contract imports, and what it brings along into every window's first load. */
export interface Drawn {
  readonly module: string
  /** The file of the contract that names it. */
  readonly by: string
  /** Of it and all that it imports, as bundled and before it is made small; zod is everywhere anyway. */
  readonly bytes: number
  /** The three largest of them. */
  readonly most: readonly string[]
}

const isContract = (id: string) => id.includes('/desktop/contract/')
const isOther = (id: string) => !isContract(id) && !/\/node_modules\/zod\//.test(id)
/** From the project's folder on. */
const short = (id: string) => id.replace(/^.*?\/(?=desktop\/|node_modules\/)/, '')

/**
 * What the contract draws along. A module is bundled as a whole: of rules that a later page uses,
 * every window loads all, for the sake of one word that the contract takes from their file.
 *
 * @param importsOf what a module imports at once
 * @param sizeOf bytes of a module in the bundle
 */
export function drawnBy(
  modules: readonly string[],
  importsOf: (id: string) => readonly string[],
  sizeOf: (id: string) => number,
): Drawn[] {
  const named = new Map(
    modules.filter(isContract).flatMap((by) =>
      importsOf(by)
        .filter(isOther)
        .map((module) => [module, by] as const),
    ),
  )
  return [...named]
    .map(([module, by]) => {
      const all = closureOf(module, importsOf)
      const largest = all.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 3)
      const bytes = all.reduce((sum, id) => sum + sizeOf(id), 0)
      return { module: short(module), by: short(by), bytes, most: largest.map(short) }
    })
    .sort((a, b) => b.bytes - a.bytes)
}

function closureOf(start: string, importsOf: (id: string) => readonly string[]): string[] {
  const found = [start]
  for (const id of found) {
    found.push(...importsOf(id).filter((one) => isOther(one) && !found.includes(one)))
  }
  return found
}

/** The same of a build. */
export function drawnIn(context: Rolldown.PluginContext, chunks: readonly Rolldown.OutputChunk[]) {
  const sizes = new Map(
    chunks.flatMap(({ modules }) =>
      Object.entries(modules).map(([id, { renderedLength }]) => [id, renderedLength] as const),
    ),
  )
  return drawnBy(
    [...sizes.keys()],
    (id) => context.getModuleInfo(id)?.importedIds ?? [],
    (id) => sizes.get(id) ?? 0,
  )
}
