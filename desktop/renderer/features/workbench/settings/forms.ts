import type { Block, Cell } from '../../../../domain/notebook/notebook.ts'
import type { Settings } from '../../../../domain/notebook/settings.ts'
import { cardFields } from '../cards/card-fields.ts'
import { checkFields } from '../check/check-fields.ts'
import { inputFields } from '../inputs/input-fields.ts'
import { t } from '../inputs/messages.ts'
import { statFields } from '../stat/stat-fields.ts'
import type { Field, FieldsOf, Ground } from './field.ts'
import { nameColumns } from './named-columns.ts'

const forms: Readonly<Record<string, FieldsOf>> = {
  input: inputFields,
  value: cardFields,
  stat: statFields,
  check: checkFields,
}

export const kindOf = (block: Block) => (block.kind === 'broken' ? block.was : block.kind)

/** Whether a block's settings can be changed in a form. */
export function hasForm(block: Block): block is Cell {
  return Object.hasOwn(forms, kindOf(block))
}

/** What is good to know of a cell while its settings are made. */
export function hintFor({ name }: Cell, settings: Settings): string {
  switch (settings['type']) {
    case undefined:
      return ''
    case 'daterange':
      return t.usedAsRange(name)
    default:
      return t.usedAs(name)
  }
}

export function fieldsFor(cell: Cell, settings: Settings, ground: Ground): Field[] {
  const fields = forms[kindOf(cell)]?.(settings, ground) ?? []
  return nameColumns(fields, settings, ground)
}
