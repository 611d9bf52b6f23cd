/** Persons whom the same conditions hold for, in one cell. */
export interface Atom {
  /** For each population, whether these persons are in it. */
  readonly in: readonly boolean[]
  readonly contributors: number
}

/** More groups of persons than this in one cell are not looked through; the cell counts as told. */
const most = 48

/**
 * How few persons a cell would tell of, if the population `of` were published in it beside the
 * `known` ones: the smallest group below `minimum` whose number follows from theirs by adding and
 * subtracting. Nothing where none does. All with their complements, each minus one person: whatever
 * conditions two or more tables differ by, the persons between them are such a group.
 */
export function isolated(
  atoms: readonly Atom[],
  { of, known }: { readonly of: number; readonly known: readonly number[] },
  minimum: number,
): number | undefined {
  const present = atoms.filter(({ contributors }) => contributors > 0)
  if (present.length > most) return 1
  const rows = [...known, of].map((population) =>
    present.map((atom) => (atom.in[population] ? 1 : 0)),
  )
  const before = reduced(rows.slice(0, -1))
  const after = reduced(rows)
  const told = smallGroups(present, minimum).filter(
    ({ vector }) => spans(after, vector) && !spans(before, vector),
  )
  return told.length === 0 ? undefined : Math.min(...told.map(({ size }) => size))
}

/** Persons of a population in a cell. */
export function sizeOf(atoms: readonly Atom[], population: number): number {
  return atoms.reduce((sum, atom) => sum + (atom.in[population] ? atom.contributors : 0), 0)
}

interface Group {
  readonly vector: readonly number[]
  readonly size: number
}

/** Up to three groups together that are fewer than `minimum` persons. */
function smallGroups(atoms: readonly Atom[], minimum: number): Group[] {
  const small = atoms.flatMap(({ contributors }, index) => (contributors < minimum ? [index] : []))
  const groups: Group[] = []
  const add = (chosen: readonly number[], from: number, size: number) => {
    if (chosen.length > 0)
      groups.push({ vector: atoms.map((_, at) => (chosen.includes(at) ? 1 : 0)), size })
    if (chosen.length === 3) return
    for (const index of small.filter((one) => one >= from)) {
      const together = size + (atoms[index]?.contributors ?? 0)
      if (together < minimum) add([...chosen, index], index + 1, together)
    }
  }
  add([], 0, 0)
  return groups
}

/** Rows in echelon form; entries are small whole numbers, so doubles do. */
function reduced(rows: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = []
  for (const row of rows) {
    const rest = remainder(basis, row)
    if (rest) basis.push(rest)
  }
  return basis
}

const spans = (basis: readonly number[][], vector: readonly number[]): boolean =>
  remainder(basis, vector) === undefined

/** What is left of a vector after the basis; nothing where that makes it. */
function remainder(basis: readonly number[][], vector: readonly number[]): number[] | undefined {
  let rest = [...vector]
  for (const row of basis) {
    const lead = row.findIndex((one) => Math.abs(one) > 1e-9)
    const factor = (rest[lead] ?? 0) / (row[lead] ?? 1)
    if (factor !== 0) rest = rest.map((one, at) => one - factor * (row[at] ?? 0))
  }
  return rest.some((one) => Math.abs(one) > 1e-9) ? rest : undefined
}
