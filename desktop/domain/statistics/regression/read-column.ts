import { writeCell, type CellValue } from '../../notebook/value.ts'
import type { ModelColumn } from './data.ts'

/** A column as it comes: values are asked for one by one. */
interface Values {
  readonly rows: number
  readonly at: (row: number) => CellValue
}

/** Numbers where every value is one; truths count as 0 and 1; all else is categories. */
export function readColumn(column: Values): ModelColumn {
  const values = new Float64Array(column.rows)
  for (let row = 0; row < column.rows; row++) {
    const value = numberFrom(column.at(row))
    if (value === undefined) return categories(column)
    values[row] = value
  }
  return { kind: 'numbers', values }
}

/** NaN where there is no value, `undefined` where it is no number. */
function numberFrom(value: CellValue): number | undefined {
  if (value === null) return Number.NaN
  if (typeof value === 'number') return value
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value)
  if (typeof value === 'object' && value.kind === 'decimal') {
    return Number(value.digits) / 10 ** value.scale
  }
  return undefined
}

function categories({ rows, at }: Values): ModelColumn {
  const known = new Map<string, number>()
  const codes = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    const value = at(row)
    const text = value === null ? undefined : writeCell(value)
    if (text === undefined) codes[row] = -1
    else {
      const code = known.get(text) ?? known.size
      known.set(text, code)
      codes[row] = code
    }
  }
  return { kind: 'texts', levels: [...known.keys()], codes }
}

const missing = new Set(['', 'NA', 'N/A', 'NULL', 'null', 'NaN', 'nan', '.'])
const truths = new Map([
  ['true', true],
  ['false', false],
])
const infinite = /^[+-]?inf(?:inity)?$/i

/** What a text file's cell holds: nothing, a number, a truth or a text. */
export function cellFromText(text: string | undefined): CellValue {
  const trimmed = (text ?? '').trim()
  if (missing.has(trimmed)) return null
  const number = Number(trimmed)
  if (Number.isFinite(number) && !/^0[xob]/i.test(trimmed)) return number
  if (infinite.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity
  return truths.get(trimmed.toLowerCase()) ?? trimmed
}
