import type { CellCodec } from './codecs.ts'
import { isObject } from './paths.ts'

const means = '＝'

/** A value of a list of values: numbers bare, texts that look like numbers in quotes. */
function writeValue(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  const bare = value !== '' && value.trim() === value && !/["\r\n＝]/.test(value)
  return bare && readValue(value) === value ? value : JSON.stringify(value)
}

function readValue(written: string): unknown {
  if (!/^(?:-?\d|"|true$|false$)/.test(written)) return written
  try {
    return JSON.parse(written) as unknown
  } catch {
    return written
  }
}

function writeLine(one: unknown): string | undefined {
  if (!isObject(one)) return writeValue(one)
  const value = writeValue(one['value'])
  const label = one['label']
  if (value === undefined || (label !== undefined && typeof label !== 'string')) return undefined
  return `${value}${means}${label ?? ''}`
}

function readLine(line: string): unknown {
  const quoted = /^("(?:[^"\\]|\\.)*")＝(.*)$/.exec(line) ?? /^([^＝]*)＝(.*)$/.exec(line)
  if (!quoted) return readValue(line)
  const [, value = '', label = ''] = quoted
  return { value: readValue(value), ...(label === '' ? {} : { label }) }
}

/** Values, one a line; with a meaning as `1＝男`. */
export const values: CellCodec = {
  write(value) {
    if (!Array.isArray(value) || value.length === 0) return undefined
    const written = value.map(writeLine)
    return written.every((line) => line !== undefined) ? written.join('\n') : undefined
  },
  read(written) {
    if (written === undefined) return undefined
    const found = written.split('\n').filter((line) => line !== '')
    return found.map(readLine)
  },
}

/** What a missing value means, where the descriptor says it in the usual way: the label of `""`. */
export const nullMeaningText: CellCodec = {
  write(value) {
    const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : undefined
    const label = isObject(one) ? one['label'] : undefined
    return typeof label === 'string' && label !== '' && !label.includes('\r') ? label : undefined
  },
  read: (written) => (written === undefined ? undefined : [{ value: '', label: written }]),
}
