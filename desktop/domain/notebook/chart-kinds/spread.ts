/** Places as near to where they belong as can be, at least `gap` apart, in the order that was given. */
export function spread(values: readonly number[], gap: number): number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => at(values, a) - at(values, b))
  const clusters: { sum: number; members: number[] }[] = []
  for (const index of order) {
    clusters.push({ sum: at(values, index), members: [index] })
    while (overlaps(clusters, gap)) {
      const upper = clusters.pop()
      const lower = clusters.pop()
      if (!upper || !lower) break
      clusters.push({ sum: lower.sum + upper.sum, members: [...lower.members, ...upper.members] })
    }
  }
  const places = [...values]
  for (const { sum, members } of clusters) {
    const middle = sum / members.length
    members.forEach((index, step) => {
      places[index] = middle + (step - (members.length - 1) / 2) * gap
    })
  }
  return places
}

const at = (values: readonly number[], index: number) => values[index] ?? 0

function overlaps(clusters: readonly { sum: number; members: number[] }[], gap: number): boolean {
  const [lower, upper] = clusters.slice(-2)
  if (!lower || !upper) return false
  const apart = upper.sum / upper.members.length - lower.sum / lower.members.length
  return apart < ((lower.members.length + upper.members.length) / 2) * gap - 1e-12
}
