import type { Codec } from './apart.ts'
import { isObject } from './paths.ts'
import type { Words } from '../words.ts'

/** What a workbook's cell is given; what it is read as is always text. */
export type Cell = string | number
export type CellCodec = Codec<Cell, string>

/** Programs change a carriage return on the way; a text that has one goes into the rest. */
const isPlain = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.includes('\r')

export const text: CellCodec = {
  write: (value) => (isPlain(value) ? value : undefined),
  read: (written) => written,
}

/** A whole or decimal number; more digits than a cell shows stay text. */
export const number: CellCodec = {
  write(value) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
    return String(Math.abs(value)).length > 15 ? String(value) : value
  },
  read: (written) => (written === undefined ? undefined : numberOr(written, written)),
}

/** A bound of a constraint: a number as it is, a text (a date) as text. */
export const bound: CellCodec = {
  write: (value) => number.write(value) ?? text.write(value),
  read: number.read,
}

export const yesNo: CellCodec = {
  write: (value) => (typeof value === 'boolean' ? (value ? '是' : '否') : undefined),
  read(written) {
    const word = written?.trim()
    if (word === '是' || word === 'true') return true
    return word === '否' || word === 'false' ? false : written
  },
}

/** An empty cell says `null`. */
export function nullable(codec: CellCodec): CellCodec {
  return {
    write: (value) => (value === null ? undefined : codec.write(value)),
    read: (written) => (written === undefined ? null : codec.read(written)),
  }
}

/** A closed set, written in words; the descriptor's own name is understood too. */
export function words(set: Words): CellCodec {
  const names = new Map(Object.entries(set).map(([name, word]) => [word, name]))
  return {
    write: (value) => (typeof value === 'string' ? set[value] : undefined),
    read: (written) => (written === undefined ? undefined : (names.get(written.trim()) ?? written)),
  }
}

/** Texts, one a line. An empty cell is an empty list. */
export const lines: CellCodec = {
  write(value) {
    if (!Array.isArray(value) || !value.every(isOneLine)) return undefined
    return value.length === 0 ? undefined : value.join('\n')
  },
  read: (written) =>
    written === undefined ? [] : written.split('\n').filter((line) => line.trim() !== ''),
}

/** One name, or several, one a line. */
export const nameOrLines: CellCodec = {
  write: (value) => (isOneLine(value) ? value : lines.write(value)),
  read(written) {
    if (written === undefined) return undefined
    return written.includes('\n') ? lines.read(written) : written
  },
}

const between = ' | '

/** Small objects of texts, one a line, their parts in this order. */
export function records(keys: readonly string[]): CellCodec {
  return {
    write(value) {
      if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) return undefined
      const rows = value.map((one) => keys.map((key) => textOf(one[key])))
      return rows.map((row) => row.join(between).replace(/(?: \| )+$/, '')).join('\n')
    },
    read(written) {
      if (written === undefined) return undefined
      return written.split('\n').map((line) => {
        const cells = line.split(between)
        const named = keys.map((key, index) => [key, cells[index] ?? ''] as const)
        return Object.fromEntries(named.filter(([, cell]) => cell !== ''))
      })
    },
  }
}

/** Anything else but a text is left to the rest: it does not read back as it was. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function isOneLine(value: unknown): value is string {
  return isPlain(value) && !value.includes('\n') && value.trim() !== ''
}

/** The number that a text writes, or something else where it writes none. */
export function numberOr<T>(written: string, otherwise: T): number | T {
  const trimmed = written.trim()
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : otherwise
}
