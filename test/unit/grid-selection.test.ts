import { describe, expect, it } from 'vitest'
import { commandOf } from '../../desktop/renderer/ui/grid/keyboard-commands.ts'
import { pageRows } from '../../desktop/domain/notebook/page-rows.ts'
import {
  blockOf,
  cellsOf,
  columnsOf,
  holds,
  rowsOf,
} from '../../desktop/renderer/ui/grid/selection.ts'

describe('a block of cells', () => {
  it('is the same whichever corner it was begun at', () => {
    const block = { top: 2, bottom: 5, left: 1, right: 3 }
    expect(blockOf({ row: 2, column: 1 }, { row: 5, column: 3 })).toEqual(block)
    expect(blockOf({ row: 5, column: 1 }, { row: 2, column: 3 })).toEqual(block)
    expect([rowsOf(block), columnsOf(block), cellsOf(block)]).toEqual([4, 3, 12])
    expect(holds(block, { row: 5, column: 3 })).toBe(true)
    expect(holds(block, { row: 6, column: 3 })).toBe(false)
  })

  it('has no heading in it', () => {
    expect(blockOf({ row: -1, column: 0 }, { row: 3, column: 0 }).top).toBe(0)
  })
})

const key = (name: string, held = '') => ({
  key: name,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
})

it.each([
  ['c', 'ctrl', false, 'copy'],
  ['C', 'meta', false, 'copy'],
  ['a', 'ctrl', false, 'all'],
  ['f', 'ctrl', false, 'find'],
  ['g', 'ctrl', false, 'jump'],
  [' ', 'ctrl', false, 'column'],
  [' ', 'shift', false, 'row'],
  ['F10', 'shift', false, 'menu'],
  ['ContextMenu', '', false, 'menu'],
  ['ArrowDown', 'alt', true, 'menu'],
  ['Enter', '', false, 'enter'],
  ['Enter', 'shift', true, 'enter-more'],
  [' ', '', true, 'enter'],
  ['ArrowRight', 'shift', true, 'wider'],
  ['ArrowLeft', 'shift', true, 'narrower'],
  ['ArrowRight', 'shift', false, undefined],
  ['ArrowLeft', 'alt', false, undefined],
  ['c', 'ctrl shift', false, undefined],
  ['constructor', 'ctrl', false, undefined],
  ['z', 'ctrl', false, undefined],
  [' ', '', false, undefined],
] as const)('%j with %j (in the head: %s) is %s', (name, held, inHead, command) => {
  expect(commandOf(key(name, held), inHead)).toBe(command)
})

it('reads fewer rows at once the more columns there are', () => {
  expect([0, 1, 8, 200, 400, 2000, 100_000].map(pageRows)).toEqual([
    ...[200, 200, 200, 200, 100, 20, 10],
  ])
})
