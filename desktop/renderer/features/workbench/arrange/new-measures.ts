import { freeName, writeCell } from '../../../../domain/notebook/arrange.ts'
import { editYaml, type Settings } from '../../../../domain/notebook/settings.ts'
import type { InputType } from '../../../../domain/notebook/input.ts'
import type { Notebook } from '../../../../domain/notebook/notebook.ts'
import { beginningOf } from '../inputs/beginning.ts'
import type { Ground } from '../settings/field.ts'

export const measureKinds = ['value', 'stat', 'check'] as const
export type MeasureKind = (typeof measureKinds)[number]

interface NewCell {
  readonly text: string
  readonly name: string
}

/** A new input, on the tables that there are. */
export function newInput(notebook: Notebook, type: InputType, ground: Ground): NewCell {
  return cell(notebook, 'input', 'choice', beginningOf(type, ground))
}

/** A new value card, statistic or check of a table. */
export function newMeasure(
  notebook: Notebook,
  kind: MeasureKind,
  table: string | undefined,
  ground: Ground,
): NewCell {
  const from = kind === 'value' ? (lastOf(ground.cells, table) ?? 'table') : (table ?? 'table')
  const column = ground.columns(from)[0] ?? 'column'
  switch (kind) {
    case 'value':
      return cell(notebook, kind, 'card', { from, column, label: column })
    case 'stat':
      return cell(notebook, kind, 'statistic', { from, test: 'summary', column })
    case 'check':
      return cell(notebook, kind, 'check', { from, assert: { 'not-empty': [column] } })
  }
}

/** The table above, where it is a cell; else the notebook's last one. */
const lastOf = (cells: readonly string[], table: string | undefined) =>
  table !== undefined && cells.includes(table) ? table : cells.at(-1)

function cell(
  notebook: Notebook,
  kind: 'input' | MeasureKind,
  base: string,
  settings: Settings,
): NewCell {
  const name = freeName(notebook, base)
  return { name, text: writeCell({ kind, name, body: editYaml('', settings) }) }
}
