/** A node of a directed graph, by its id, and the ids that it comes from. */
interface LayerNode {
  readonly id: string
  readonly from: readonly string[]
}

/**
 * The nodes in columns, each to the right of all that it comes from (longest path), within a column
 * near what it comes from (one sweep of barycentres; Sugiyama, Tagawa, Toda 1981). What lies on a
 * circle stands where it was first met.
 */
export function layersOf<N extends LayerNode>(nodes: readonly N[]): N[][] {
  const depth = depthsOf(nodes)
  const layers: N[][] = []
  for (const node of nodes) {
    const column = depth.get(node.id) ?? 0
    ;(layers[column] ??= []).push(node)
  }
  const filled = layers.filter((layer) => layer.length > 0)
  const place = new Map<string, number>()
  return filled.map((layer) => {
    const ordered = layer
      .map((node, index) => ({ node, at: barycentre(node, place) ?? index }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ node }) => node)
    ordered.forEach(({ id }, index) => place.set(id, index))
    return ordered
  })
}

function depthsOf(nodes: readonly LayerNode[]): Map<string, number> {
  const waiting = new Map(nodes.map(({ id, from }) => [id, from.length]))
  const readers = new Map<string, string[]>()
  for (const { id, from } of nodes) {
    for (const source of from) readers.set(source, [...(readers.get(source) ?? []), id])
  }
  const depth = new Map<string, number>()
  const ready = nodes.filter(({ from }) => from.length === 0).map(({ id }) => id)
  for (const id of ready) {
    const own = depth.get(id) ?? 0
    depth.set(id, own)
    for (const reader of readers.get(id) ?? []) {
      depth.set(reader, Math.max(depth.get(reader) ?? 0, own + 1))
      const left = (waiting.get(reader) ?? 0) - 1
      waiting.set(reader, left)
      if (left === 0) ready.push(reader)
    }
  }
  return depth
}

function barycentre({ from }: LayerNode, place: ReadonlyMap<string, number>): number | undefined {
  const places = from.flatMap((id) => place.get(id) ?? [])
  if (places.length === 0) return undefined
  return places.reduce((sum, at) => sum + at, 0) / places.length
}

/** A node, all that it comes from in the end, and all that comes from it. */
export function kinOf<N extends LayerNode>(nodes: readonly N[], id: string): N[] {
  const sources = new Map(nodes.map((node) => [node.id, node.from]))
  const readers = new Map<string, string[]>()
  for (const node of nodes) {
    for (const source of node.from) readers.set(source, [...(readers.get(source) ?? []), node.id])
  }
  const kin = new Set([...reached(id, sources), ...reached(id, readers)])
  return nodes.filter((node) => kin.has(node.id))
}

function reached(start: string, edges: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set([start])
  for (const id of found) for (const next of edges.get(id) ?? []) found.add(next)
  return found
}
