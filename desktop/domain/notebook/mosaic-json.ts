import type { AxisFormat } from './chart.ts'

/** A piece of a Mosaic specification: plain data, which `@uwdata/mosaic-spec` reads. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = Readonly<Record<string, Json>>

/** Names under which a drawing supplies values; author's names are kept apart by a prefix. */
export const paramNames = {
  width: 'width',
  parameter: (name: string) => `value_${name}`,
  selection: (name: string) => `selection_${name}`,
  format: (format: AxisFormat | undefined) => `format_${format ?? 'auto'}`,
} as const

/** A label that takes no room; without any, a tip would say `x` or `y`. */
export const unseen = '\u200b'

/** A reference to a Mosaic param or selection. */
export const ref = (name: string): string => `$${name}`

export function withoutUndefined(record: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  )
}
