import type { Sheet } from './making.ts'

/** More than come in on any day of a sheet. */
const numbersADay = 2000

/**
 * SQL of an id such as `AL20250102-00017`: records are numbered by day in the order in which they came
 * in, `row` deciding between those of one moment; each sheet has its own numbers.
 */
export function numberedByDay(prefix: string, at: string, row: string, sheet: Sheet): string {
  return `'${prefix}' || strftime(${at}, '%Y%m%d') || '-' || format('{:05d}', ${sheet.index * numbersADay}
       + row_number() OVER (PARTITION BY CAST(${at} AS DATE) ORDER BY ${at}, ${row}))`
}
