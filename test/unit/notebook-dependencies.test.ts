import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dependenciesOf } from '../../desktop/domain/notebook/dependencies.ts'
import { costOf, readersOf, withDependents } from '../../desktop/domain/notebook/downstream.ts'
import { kinOf, layersOf } from '../../desktop/domain/notebook/layers.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { blockKeys } from '../../desktop/renderer/features/workbench/block-keys.ts'

const notebook = parseNotebook(`---
title: 试算
datasets: [census-2020]
---

\`\`\`input name=limit type=slider min=1 max=9
\`\`\`

\`\`\`sql name=Base
FROM census_2020 WHERE share_65_plus > $limit
\`\`\`

一共 {{base.n}} 个。

\`\`\`chart name=bars
title: 图
from: base
plot: [{ mark: barX, x: n, y: province }]
\`\`\`
`)
const told = new Map([['Base', { inputs: ['census-2020'], parameters: ['limit'] }]])

describe('what a notebook is made from', () => {
  it('leads from datasets and inputs to cells, charts and words', () => {
    const nodes = dependenciesOf(notebook, told)
    expect(nodes.map(({ id, from }) => [id.replace(/\d+/, 'n'), from])).toEqual([
      ['data:census-n', []],
      ['limit', []],
      ['base', ['data:census-2020', 'limit']],
      ['block:n', ['base']],
      ['bars', ['base']],
    ])
  })

  it('names no edge to what is not there', () => {
    const gone = new Map([['Base', { inputs: ['no_such'], parameters: [] }]])
    expect(dependenciesOf(notebook, gone).find(({ id }) => id === 'base')?.from).toEqual([])
  })
})

const graph = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.tuple(
    ...Array.from({ length: size }, (_, index) =>
      fc.uniqueArray(fc.nat(Math.max(0, index - 1)), { maxLength: index }).map((from) => ({
        id: String(index),
        from: from.filter((source) => source < index).map(String),
      })),
    ),
  ),
)

describe('layers of a graph', () => {
  it('hold every node once, each to the right of what it comes from', () => {
    fc.assert(
      fc.property(graph, (nodes) => {
        const layers = layersOf(nodes)
        const column = new Map(layers.flatMap((layer, at) => layer.map(({ id }) => [id, at])))
        expect(column.size).toBe(nodes.length)
        for (const { id, from } of nodes) {
          for (const source of from) expect(column.get(source)!).toBeLessThan(column.get(id)!)
        }
      }),
    )
  })

  it('keep what lies on a circle', () => {
    const circle = [
      { id: 'a', from: ['b'] },
      { id: 'b', from: ['a'] },
    ]
    expect(layersOf(circle).flat()).toHaveLength(2)
    expect(kinOf(circle, 'a')).toHaveLength(2)
  })

  it('find the kin of a node and nobody else', () => {
    const nodes = [
      { id: 'a', from: [] },
      { id: 'b', from: ['a'] },
      { id: 'c', from: ['a'] },
      { id: 'd', from: ['b'] },
    ]
    expect(kinOf(nodes, 'b').map(({ id }) => id)).toEqual(['a', 'b', 'd'])
  })
})

describe('what depends on a cell', () => {
  const cells = [
    { cell: 'a', inputs: [], parameters: ['p'], ms: 10 },
    { cell: 'b', inputs: ['a'], parameters: [], ms: 400 },
    { cell: 'c', inputs: ['b', 'a'], parameters: [], ms: 5 },
    { cell: 'd', inputs: [], parameters: [], ms: 1 },
  ]

  it('is counted into its cost', () => {
    expect([...withDependents(['a'], cells)]).toEqual(['a', 'b', 'c'])
    expect(costOf(['a'], cells)).toBe(415)
    expect(costOf(['c'], cells)).toBe(5)
    expect(readersOf('p', cells)).toEqual(['a'])
  })

  it('ends on a circle', () => {
    const circle = [
      { cell: 'x', inputs: ['y'], parameters: [], ms: 1 },
      { cell: 'y', inputs: ['x'], parameters: [], ms: 1 },
    ]
    expect(costOf(['x'], circle)).toBe(2)
  })
})

it('gives every block a key of its own', () => {
  const twice = parseNotebook('```sql name=a\nSELECT 1\n```\n```sql name=a\nSELECT 2\n```\n')
  const keys = blockKeys(twice.blocks)
  expect(new Set(keys).size).toBe(keys.length)
})
