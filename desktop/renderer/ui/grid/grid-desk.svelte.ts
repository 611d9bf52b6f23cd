import { count } from '../../app/format.ts'
import { Copying } from './copying.svelte.ts'
import type { GridState } from './grid-state.svelte.ts'
import { moved } from './keyboard.ts'
import { type Command, commandOf } from './keyboard-commands.ts'
import { t } from './messages.ts'
import type { Block } from './selection.ts'
import { MOST_SUMMARISED } from './strip.svelte.ts'

/** In em, for each press of a key. */
const WIDTH_STEP = 1

/** What a reader does with a grid beside scrolling it, by keys or by the bar of tools. */
export class GridDesk {
  readonly grid: GridState
  readonly copying: Copying
  /** What was last done, in words. */
  said = $state('')
  /** The same where it is plain to see. */
  told = $state('')
  /** The column whose menu is open. */
  menu = $state<number>()
  /** Whether a value is shown whole, or a row is being asked for. */
  viewing = $state(false)
  jumping = $state(false)

  constructor(grid: GridState) {
    this.grid = grid
    this.copying = new Copying(grid, (words) => (this.said = words))
  }

  /** Whether there is something to say of what was last done. */
  get hasNews(): boolean {
    return this.said !== '' || this.copying.failure !== undefined
  }

  keydown(event: KeyboardEvent): void {
    const { grid } = this
    const inHead = grid.cursor.active.row < 0
    const command = commandOf(event, inHead)
    if (command) {
      if (this.#does(command)) event.preventDefault()
      return
    }
    if (event.altKey) return
    const { rowHeight, space, rows } = grid
    const page = Math.max(1, Math.floor(space.viewport / rowHeight) - 1)
    const next = moved(grid.cursor.active, event, {
      rows,
      columns: grid.table().columns.length,
      page,
    })
    if (!next) return
    event.preventDefault()
    this.said = ''
    const extend = event.shiftKey && !inHead
    grid.goTo(extend ? { ...next, row: Math.max(0, next.row) } : next, extend)
  }

  copy(block: Block = this.grid.cursor.block): void {
    if (this.grid.rows > 0) void this.copying.copy(block)
  }

  /** Whether the row on which the reader stands is there to do with it what the table offers. */
  get ready(): boolean {
    return this.grid.table().rowAction?.ready === true && this.#row !== undefined
  }

  /** Does with the row on which the reader stands what the table offers. */
  act(): void {
    const { columns, rowAction } = this.grid.table()
    const loaded = this.#row
    if (!loaded || rowAction?.ready !== true) return
    const values = columns.map(({ name }, index) => {
      return [name, loaded.table.columns[index]?.at(loaded.index) ?? null] as const
    })
    rowAction.run(Object.fromEntries(values))
  }

  /** `row` from 1. */
  jump(row: number): void {
    const { rows, cursor } = this.grid
    const to = Math.max(1, Math.min(Math.trunc(row), rows))
    this.grid.goTo({ row: to - 1, column: cursor.active.column })
    this.said = ''
    this.told = t.jumped(count(to))
  }

  summarise(): void {
    const { length } = this.grid.table().columns
    if (length > MOST_SUMMARISED) this.said = t.tooWide(count(length), count(MOST_SUMMARISED))
    else this.grid.strip.toggle()
  }

  /** From where the keyboard is, or from the row itself for what was just typed. */
  findNext(anew = false): void {
    const { row } = this.grid.cursor.active
    void this.grid.finder.go('next', anew ? row - 1 : row)
  }

  findPrevious(): void {
    void this.grid.finder.go('previous', Math.max(0, this.grid.cursor.active.row))
  }

  widen(column: number, by: number): void {
    const { looks, layout, em } = this.grid
    const name = this.#name(column)
    if (name !== undefined) looks.setWidth(name, (layout.widths[column] ?? 0) / em + by)
  }

  /** All rows of one column. */
  columnBlock(column: number): Block {
    return { top: 0, bottom: this.grid.rows - 1, left: column, right: column }
  }

  openMenu(column: number): void {
    const { active } = this.grid.cursor
    const place = { row: active.row, column }
    if (column === active.column) this.grid.show(place)
    else this.grid.goTo(place)
    this.menu = column
  }

  /** The row on which the reader stands; nothing while it is on its way. */
  get #row() {
    return this.grid.loaded(Math.max(0, this.grid.cursor.active.row))
  }

  /** Whether the key meant something here. */
  #does(command: Command): boolean {
    const { grid } = this
    const { row, column } = grid.cursor.active
    const last = grid.table().columns.length - 1
    const actions: Record<Command, () => void> = {
      copy: () => this.copy(row < 0 ? this.columnBlock(column) : grid.cursor.block),
      all: () => grid.cursor.choose({ top: 0, bottom: grid.rows - 1, left: 0, right: last }),
      row: () => grid.cursor.choose({ top: row, bottom: row, left: 0, right: last }),
      column: () => grid.cursor.choose(this.columnBlock(column)),
      find: () => (grid.finder.open = true),
      jump: () => (this.jumping = true),
      menu: () => this.openMenu(column),
      enter: () => this.#enter(false),
      'enter-more': () => this.#enter(true),
      wider: () => this.widen(column, WIDTH_STEP),
      narrower: () => this.widen(column, -WIDTH_STEP),
      escape: () => grid.cursor.choose(undefined),
    }
    if (command === 'find' && !grid.table().find) return false
    if (command === 'escape' && !grid.cursor.chosen) return false
    if (grid.rows === 0 && !['enter', 'enter-more', 'menu'].includes(command)) return false
    actions[command]()
    return true
  }

  #enter(more: boolean): void {
    const { row, column } = this.grid.cursor.active
    const name = this.#name(column)
    if (row >= 0) this.viewing = true
    else if (name !== undefined) this.grid.order.toggle(name, more)
  }

  #name(column: number): string | undefined {
    return this.grid.table().columns[column]?.name
  }
}
