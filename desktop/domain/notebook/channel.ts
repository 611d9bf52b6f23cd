import * as z from 'zod'
import { refusal } from './issue.ts'
import { isName } from './name.ts'

export const aggregates = ['sum', 'avg', 'min', 'max', 'median', 'distinct'] as const
export type Aggregate = (typeof aggregates)[number]

export const calendarUnits = ['year', 'month', 'week', 'day', 'hour'] as const
export type CalendarUnit = (typeof calendarUnits)[number]

/** The theme's colours by what they mean: `teal` is the data, `tint` its pale form. */
export const colours = ['teal', 'tint', 'ink', 'grey', 'line', 'seal', 'gold', 'ok'] as const
export type Colour = (typeof colours)[number]

/** What a mark's channel shows. */
export type Channel =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'aggregate'; readonly of: Aggregate; readonly column: string }
  | { readonly kind: 'bin'; readonly column: string; readonly steps: number | undefined }
  | { readonly kind: 'calendar'; readonly unit: CalendarUnit; readonly column: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'parameter'; readonly name: string }

export type ColourChannel = Channel | { readonly kind: 'colour'; readonly colour: Colour }

/**
 * A channel as written: a column's name, a number, `$parameter`, or one of `{count: true}`,
 * `{sum: column}` …, `{bin: column, steps: 20}`, `{month: column}` …, `{column: name}`.
 */
export const channelSchema = z.unknown().transform((raw, context): Channel => {
  const channel = readChannel(raw)
  if (channel) return channel
  context.addIssue({ code: 'custom', ...unreadable, input: raw })
  return z.NEVER
})

/** As a channel, and a colour of the theme by its name. */
export const colourChannelSchema = z.unknown().transform((raw, context): ColourChannel => {
  const colour = colours.find((name) => name === raw)
  const channel = colour ? ({ kind: 'colour', colour } as const) : readChannel(raw)
  if (channel) return channel
  context.addIssue({ code: 'custom', ...unreadable, input: raw })
  return z.NEVER
})

/** A column by its name alone. */
export const columnSchema = z.string().refine(isColumn, refusal('应是列名', 'must be a column'))

const unreadable = refusal(
  '应是列名、数字、$参数，或 {count: true}、{sum: 列}、{bin: 列}、{month: 列} 这样的写法',
  'must be a column, a number, $parameter, or such as {count: true}, {sum: column}, {bin: column}, {month: column}',
)

function readChannel(raw: unknown): Channel | undefined {
  if (typeof raw === 'number')
    return Number.isFinite(raw) ? { kind: 'number', value: raw } : undefined
  if (typeof raw === 'string') return readText(raw)
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  return readObject(raw as Readonly<Record<string, unknown>>)
}

function readText(text: string): Channel | undefined {
  if (!text.startsWith('$')) return isColumn(text) ? { kind: 'column', column: text } : undefined
  const name = text.slice(1)
  return isName(name) ? { kind: 'parameter', name } : undefined
}

function readObject(raw: Readonly<Record<string, unknown>>): Channel | undefined {
  const [key, ...others] = Object.keys(raw).filter((name) => name !== 'steps')
  if (key === undefined || others.length > 0) return undefined
  const value = raw[key]
  const steps = raw['steps']
  if (key === 'bin' && isColumn(value) && isSteps(steps))
    return { kind: 'bin', column: value, steps }
  if (steps !== undefined) return undefined
  if (key === 'count') return value === true ? { kind: 'count' } : undefined
  if (!isColumn(value)) return undefined
  if (key === 'column') return { kind: 'column', column: value }
  const of = aggregates.find((name) => name === key)
  if (of) return { kind: 'aggregate', of, column: value }
  const unit = calendarUnits.find((name) => name === key)
  return unit ? { kind: 'calendar', unit, column: value } : undefined
}

/** A leading `$` would be read as a parameter further on. */
function isColumn(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200 && !value.startsWith('$')
}

function isSteps(value: unknown): value is number | undefined {
  if (value === undefined) return true
  return typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= 200
}
