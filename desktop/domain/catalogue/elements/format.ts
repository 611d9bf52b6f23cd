import type { Fault } from './fault.ts'

interface Format {
  readonly signs: 'a' | 'n' | 'an'
  readonly fixed: boolean
  readonly length: number
  readonly decimals: number
}

/**
 * Reads `an..18`: letters (a), digits (n) or any characters (an), so many, or up to so many after
 * `..`; `n..10,2` are ten digits with up to two decimals. Assumed, as the standards differ: a Chinese
 * character counts as one. `undefined` for the writings of dates.
 */
function readFormat(format: string): Format | undefined {
  const [, signs, dots, length, decimals] = /^(an|a|n)(\.\.)?(\d+)(?:,(\d+))?$/.exec(format) ?? []
  if (signs !== 'a' && signs !== 'n' && signs !== 'an') return undefined
  return {
    signs,
    fixed: dots === undefined,
    length: Number(length),
    decimals: Number(decimals ?? 0),
  }
}

/** The digits that a format of fixed length wants, for finding zeros that were dropped. */
export function fixedDigits(format: string | undefined): number | undefined {
  const read = format === undefined ? undefined : readFormat(format)
  return read?.signs === 'n' && read.fixed ? read.length : undefined
}

/** What must not occur: under `an`, nothing. */
const wrongSigns = { a: /[^A-Za-z]/, n: /\D/, an: /(?!)/ } as const

/** Checks a text against a format; what is no text format finds nothing. */
export function formatChecker(format: string | undefined): (value: string) => Fault | undefined {
  const read = format === undefined ? undefined : readFormat(format)
  if (!read || read.decimals > 0) return () => undefined
  const wrongSign = wrongSigns[read.signs]
  return (value) => {
    const length = value.length <= read.length ? value.length : Array.from(value).length
    if (read.fixed ? length !== read.length : length > read.length) return 'length'
    return wrongSign.test(value) ? 'characters' : undefined
  }
}
