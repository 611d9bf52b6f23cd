import { expect, it } from 'vitest'
import { moved } from '../../desktop/renderer/ui/grid/keyboard.ts'

const extent = { rows: 100, columns: 4, page: 10 }
const from = { row: 50, column: 1 }

it.each([
  ['ArrowUp', false, 49, 1],
  ['ArrowDown', false, 51, 1],
  ['ArrowLeft', false, 50, 0],
  ['ArrowRight', false, 50, 2],
  ['PageUp', false, 40, 1],
  ['PageDown', false, 60, 1],
  ['Home', false, 50, 0],
  ['End', false, 50, 3],
  ['Home', true, 0, 0],
  ['End', true, 99, 3],
  ['ArrowUp', true, -1, 1],
])('%s (ctrl %s) leads to row %i, column %i', (key, ctrlKey, row, column) => {
  expect(moved(from, { key, ctrlKey, metaKey: false }, extent)).toEqual({ row, column })
})

it('stops at the edges, and reaches the head from the first row', () => {
  const key = (name: string) => ({ key: name, ctrlKey: false, metaKey: false })
  expect(moved({ row: 99, column: 3 }, key('ArrowDown'), extent)).toEqual({ row: 99, column: 3 })
  expect(moved({ row: 99, column: 3 }, key('ArrowRight'), extent)).toEqual({ row: 99, column: 3 })
  expect(moved({ row: 0, column: 0 }, key('ArrowUp'), extent)).toEqual({ row: -1, column: 0 })
  expect(moved({ row: 3, column: 0 }, key('PageUp'), extent)).toEqual({ row: 0, column: 0 })
})

it('leaves other keys to others', () => {
  expect(moved(from, { key: 'a', ctrlKey: false, metaKey: false }, extent)).toBeUndefined()
  expect(moved(from, { key: 'Tab', ctrlKey: false, metaKey: false }, extent)).toBeUndefined()
})
