/** Edits (insert, delete, replace, swap of neighbours) between two names; optimal string alignment. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + same,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      }
      row.push(best)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}

/** The names that a mistyped one most likely means, best first, at most three. */
export function similar(name: string, names: Iterable<string>): string[] {
  const limit = Math.max(1, Math.floor(name.length / 3))
  const near: { name: string; edits: number }[] = []
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > limit) continue
    const edits = distance(name, candidate)
    if (edits <= limit) near.push({ name: candidate, edits })
  }
  near.sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
  return near.slice(0, 3).map((hit) => hit.name)
}
