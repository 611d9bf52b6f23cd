import type { DependencyNode } from '../../../../domain/notebook/dependencies.ts'
import { layersOf } from '../../../../domain/notebook/layers.ts'

/** Lengths of the drawing, in em. */
export const size = { width: 11, height: 2.6, across: 4, down: 0.7 } as const

export interface Placed {
  readonly node: DependencyNode
  /** Of the upper left corner. */
  readonly x: number
  readonly y: number
}

export interface Edge {
  readonly from: string
  readonly to: string
  /** As SVG writes a path. */
  readonly path: string
}

export interface Drawing {
  readonly placed: readonly Placed[]
  readonly edges: readonly Edge[]
  readonly width: number
  readonly height: number
}

/** Places the nodes in columns, and draws each edge from the right of one to the left of another. */
export function drawingOf(nodes: readonly DependencyNode[]): Drawing {
  const layers = layersOf(nodes)
  const placed = layers.flatMap((layer, column) =>
    layer.map((node, row) => ({
      node,
      x: column * (size.width + size.across),
      y: row * (size.height + size.down),
    })),
  )
  const places = new Map(placed.map((one) => [one.node.id, one]))
  const edges = placed.flatMap((to) =>
    to.node.from.flatMap((id) => {
      const from = places.get(id)
      return from ? [{ from: id, to: to.node.id, path: pathOf(from, to) }] : []
    }),
  )
  const rows = Math.max(0, ...layers.map((layer) => layer.length))
  return {
    placed,
    edges,
    width: Math.max(0, layers.length * (size.width + size.across) - size.across),
    height: Math.max(0, rows * (size.height + size.down) - size.down),
  }
}

function pathOf(from: Placed, to: Placed): string {
  const x1 = from.x + size.width
  const y1 = from.y + size.height / 2
  const x2 = to.x
  const y2 = to.y + size.height / 2
  const bend = Math.max(size.across / 2, Math.abs(x2 - x1) / 2)
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
}
