/** What a cell reads and what it took, as last told. */
export interface Told {
  readonly cell: string
  readonly inputs: readonly string[]
  readonly parameters: readonly string[]
  readonly ms: number
}

/** These cells and all that read them in the end, each once. */
export function withDependents(names: Iterable<string>, told: Iterable<Told>): Set<string> {
  const readers = new Map<string, string[]>()
  for (const { cell, inputs } of told) {
    for (const input of inputs) readers.set(input, [...(readers.get(input) ?? []), cell])
  }
  const found = new Set(names)
  for (const name of found) for (const reader of readers.get(name) ?? []) found.add(reader)
  return found
}

/** Milliseconds that making these cells and all that read them took the last time. */
export function costOf(names: Iterable<string>, told: readonly Told[]): number {
  const found = withDependents(names, told)
  return told.reduce((sum, { cell, ms }) => sum + (found.has(cell) ? ms : 0), 0)
}

/** The cells in which a parameter occurs. */
export function readersOf(parameter: string, told: readonly Told[]): string[] {
  return told.filter(({ parameters }) => parameters.includes(parameter)).map(({ cell }) => cell)
}
