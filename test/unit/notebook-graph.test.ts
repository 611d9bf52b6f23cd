import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph, type Node } from '../../desktop/domain/notebook/graph.ts'

const cell = (name: string, ...reads: string[]): Node => ({
  name,
  tables: reads.map((table) => {
    const [first = '', second] = table.split('.')
    return second === undefined ? { schema: '', name: first } : { schema: first, name: second }
  }),
})
const census = { dataset: 'census-2020', schema: '', name: 'census_2020' }
const persons = { dataset: 'households', schema: 'households', name: 'persons' }

describe('the graph of a notebook', () => {
  it('orders cells after what they read, else as they stand', () => {
    const graph = buildGraph(
      [cell('c', 'b'), cell('a', 'census_2020'), cell('b', 'a', 'A')],
      [census],
    )
    expect(graph.order).toEqual(['a', 'b', 'c'])
    expect(graph.inputs.get('a')).toEqual({ cells: [], tables: [census], unknown: [] })
    expect(graph.inputs.get('b')?.cells).toEqual(['a'])
  })

  it('finds tables in schemas, whatever their case, and names the unknown', () => {
    const graph = buildGraph(
      [cell('a', 'Households.Persons', 'main.census_2020', 'nobody', 'x.y')],
      [census, persons],
    )
    expect(graph.inputs.get('a')).toEqual({
      cells: [],
      tables: [persons, census],
      unknown: [
        { schema: '', name: 'nobody' },
        { schema: 'x', name: 'y' },
      ],
    })
  })

  it('lets a cell hide a table of the same name', () => {
    const graph = buildGraph(
      [cell('census_2020', 'main.census_2020'), cell('b', 'census_2020')],
      [census],
    )
    expect(graph.inputs.get('b')?.cells).toEqual(['census_2020'])
    expect(graph.inputs.get('census_2020')).toMatchObject({ cells: [], tables: [census] })
  })

  it('names the cells of a circle in the order in which they read', () => {
    const graph = buildGraph(
      [cell('a', 'c'), cell('b', 'a'), cell('c', 'b'), cell('d', 'a'), cell('e')],
      [],
    )
    expect(graph.circles).toEqual([['a', 'c', 'b']])
    expect(graph.order).toEqual(['d', 'e'])
  })

  it('sees that a cell reads itself', () => {
    expect(buildGraph([cell('a', 'a')], []).circles).toEqual([['a']])
  })

  const nodes = fc
    .array(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }), { maxLength: 12 })
    .map((all) =>
      all.map((reads, index) =>
        cell(`n${index}`, ...reads.filter((i) => i < all.length).map((i) => `n${i}`)),
      ),
    )

  it('puts each cell once: in the order after its inputs, or in a circle', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const { order, circles, inputs } = buildGraph(all, [])
        const circular = new Set(circles.flat())
        expect([...order, ...circular].toSorted()).toEqual(all.map(({ name }) => name).toSorted())
        for (const [at, name] of order.entries()) {
          for (const input of inputs.get(name)?.cells ?? []) {
            expect(circular.has(input) || order.indexOf(input) < at).toBe(true)
          }
        }
        for (const circle of circles) {
          for (const [at, name] of circle.entries()) {
            expect(inputs.get(name)?.cells).toContain(circle[(at + 1) % circle.length])
          }
        }
      }),
    )
  })
})
