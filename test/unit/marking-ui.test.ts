import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureSchema, type Figure } from '../../desktop/domain/course/figure/figure.ts'
import { drawFigure } from '../../desktop/renderer/features/learn/lesson/figure/draw.ts'
import { Marking } from '../../desktop/renderer/features/learn/lesson/mark/marking.svelte.ts'
import { stepped } from '../../desktop/renderer/features/learn/lesson/mark/stepped.ts'
import { RepairDesk } from '../../desktop/renderer/features/learn/lesson/repair/repair-desk.svelte.ts'
import { Repairing } from '../../desktop/renderer/features/learn/lesson/repair/repairing.svelte.ts'
import { viewRows } from '../../desktop/renderer/features/learn/lesson/repair/view-rows.ts'

const text = '来电人王秀兰（手机139-0000-1234）反映停水。'
const ignore = () => undefined

describe('marking a text', () => {
  const quotes = (marking: Marking) => marking.marks.map(({ from, to }) => text.slice(from, to))
  const pieceOf = (marking: Marking, word: string) =>
    marking.pieces.findIndex((piece) => piece.text === word)

  it('a tap marks a word, the next tap takes one more, and all can be undone', () => {
    const told: number[] = []
    const marking = new Marking(text, [], (marks) => told.push(marks.length))
    const tap = (word: string) => marking.mark(marking.pieces[pieceOf(marking, word)]!)
    tap('139')
    tap('139')
    tap('139')
    expect(quotes(marking)).toEqual(['139-0000-1234'])
    marking.undo()
    expect(quotes(marking)).toEqual(['139-0000'])
    tap('停水')
    expect(quotes(marking)).toEqual(['139-0000', '停水'])
    marking.erase(marking.marks[0]!)
    expect(quotes(marking)).toEqual(['停水'])
    while (marking.undoable) marking.undo()
    expect(quotes(marking)).toEqual([])
    expect(told.at(-1)).toBe(0)
  })

  it('Shift chooses several words, over what stands between', () => {
    const marking = new Marking(text, [], ignore)
    marking.point(pieceOf(marking, '139'))
    marking.point(pieceOf(marking, '1234'), true)
    marking.mark(marking.chosen)
    expect(quotes(marking)).toEqual(['139-0000-1234'])
    expect(marking.choosing).toBe(false)
  })

  it('an end moves by whole characters and never past the other', () => {
    const rare = '找𠮷田。'
    expect(stepped(rare, { from: 1, to: 4 }, 'from', 1)).toEqual({ from: 3, to: 4 })
    expect(stepped(rare, { from: 3, to: 4 }, 'from', -1)).toEqual({ from: 1, to: 4 })
    expect(stepped(rare, { from: 3, to: 4 }, 'to', -1)).toEqual({ from: 3, to: 4 })
    expect(stepped(rare, { from: 0, to: 5 }, 'to', 1)).toEqual({ from: 0, to: 5 })
  })
})

const table = {
  columns: [{ name: '户主' }, { name: '人数' }],
  rows: [
    ['王秀兰', '10'],
    ['李明', ''],
    ['赵建国', '9'],
    ['钱桂英', '１０'],
  ],
}

describe('rows in view', () => {
  const view = (wish: Partial<Parameters<typeof viewRows>[1]>) =>
    viewRows(table, { text: '', sort: undefined, only: undefined, ...wish })

  it('are sorted by number, gaps last, ties as they stood', () => {
    expect(view({ sort: { column: 1, descending: false } })).toEqual([2, 0, 3, 1])
    expect(view({ sort: { column: 1, descending: true } })).toEqual([0, 3, 2, 1])
    expect(view({ sort: { column: -1, descending: true } })).toEqual([3, 2, 1, 0])
  })

  it('are found in any way of writing', () => {
    expect(view({ text: '10' })).toEqual([0, 3])
    expect(view({ text: ' 王秀 兰' })).toEqual([0])
    expect(view({ only: new Set([2]) })).toEqual([2])
  })
})

describe('repairing a table', () => {
  const key = (desk: RepairDesk, name: string, init: Partial<KeyboardEvent> = {}) => {
    const keys = { key: name, ctrlKey: false, metaKey: false, altKey: false, ...init }
    return desk.keydown(keys as KeyboardEvent, 10)
  }

  it('goes by keys alone: flag, strike, take back, undo, sort', () => {
    const repairing = new Repairing(table, [], ignore)
    const desk = new RepairDesk(repairing)
    const changes = () => [...repairing.changes.values()]
    key(desk, ' ')
    expect(changes()).toEqual([{ row: 1, column: '户主', value: null }])
    key(desk, 'ArrowDown')
    key(desk, 'Delete')
    expect(changes()).toHaveLength(2)
    key(desk, 'z', { ctrlKey: true })
    expect(changes()).toHaveLength(1)
    key(desk, 'ArrowUp')
    key(desk, 'Backspace')
    expect(changes()).toEqual([])
    for (const each of ['ArrowRight', 'ArrowUp', 'Enter']) key(desk, each)
    expect(desk.rows).toEqual([2, 0, 3, 1])
    key(desk, 'ArrowDown')
    expect(desk.place).toEqual({ row: 3, column: '人数' })
    expect(key(desk, 'x')).toBe(false)
  })

  it('a value that stood there takes the change back', () => {
    const repairing = new Repairing(table, [{ row: 9, column: '户主', value: 'x' }], ignore)
    const place = { row: 2, column: '人数' }
    repairing.correct(place, '3')
    repairing.correct(place, '4')
    expect(repairing.at(place)?.value).toBe('4')
    repairing.correct(place, '')
    expect(repairing.changes.size).toBe(0)
    repairing.undo()
    expect(repairing.at(place)?.value).toBe('4')
  })

  it('what was said of a place holds until the place is changed', () => {
    const repairing = new Repairing(table, [{ row: 1, column: '人数', value: null }], ignore)
    const desk = new RepairDesk(repairing)
    const place = { row: 1, column: '人数' }
    const findings = [
      { ...place, outcome: 'false', say: '没有错。', right: null },
      { row: 2, column: '人数', outcome: 'missed', say: '空着。', right: '3' },
    ] as const
    desk.notes.set(findings, [...repairing.changes.values()], false)
    expect(desk.notes.at(place)?.outcome).toBe('false')
    expect(desk.notes.shown).toHaveLength(1)
    desk.notes.revealed = true
    expect(desk.notes.shown).toHaveLength(2)
    repairing.takeBack(place)
    expect(desk.notes.at(place)).toBeUndefined()
    repairing.undo()
    expect(desk.notes.at(place)?.outcome).toBe('false')
  })
})

const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map((word) => `${word}名`)
const anyFigure = fc
  .record({
    type: fc.constantFrom<Figure['type']>('bar', 'line', 'area', 'pie', 'dots'),
    data: fc.uniqueArray(fc.tuple(label, fc.double({ min: 0.01, max: 1e6, noNaN: true })), {
      minLength: 2,
      maxLength: 12,
      selector: ([name]) => name.trim(),
    }),
    size: fc.constantFrom('radius' as const, 'area' as const, undefined),
  })
  .map(({ type, data, size }) =>
    figureSchema.parse({
      type,
      data,
      title: '图',
      source: null,
      ...(type === 'dots' && size ? { size } : {}),
    }),
  )

it('every figure is drawn inside its room, at any width and size of text', () => {
  const room = fc.record({
    width: fc.integer({ min: 280, max: 1200 }),
    em: fc.integer({ min: 12, max: 24 }),
  })
  fc.assert(
    fc.property(anyFigure, room, (figure, { width, em }) => {
      const { height, plot, filled, labels, axes } = drawFigure(figure, { width, em })
      expect(height).toBeGreaterThan(0)
      expect(plot.width).toBeGreaterThan(0)
      expect(plot.x + plot.width).toBeLessThanOrEqual(width + 0.1)
      expect(filled.map(({ path }) => path).join()).not.toMatch(/NaN|Infinity/)
      for (const { x, y } of labels) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width + em)
        expect(y).toBeLessThanOrEqual(height)
      }
      for (const { box } of axes) expect(box.y + box.height).toBeLessThanOrEqual(height + 0.1)
    }),
  )
})
