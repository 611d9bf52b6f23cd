import type { Sentence } from '../problem.ts'
import { firstOf, type ResultTable } from '../result-table.ts'
import { writeValue } from '../value.ts'
import { isRowwise, type Assertion, type Check } from './check.ts'

/** What was found when a check's query ran. */
export interface Found {
  /** Rows of the check's table. */
  readonly offending: number
  /** Rows of the table that was checked; undefined where that is not known. */
  readonly total: number | undefined
  /** The first rows of the check's table. */
  readonly table: ResultTable | undefined
}

/** Whether a check holds, and what to say of it. */
export interface Verdict {
  readonly passed: boolean
  /** Rows that offend, of `total`; both undefined for a check of the table as a whole. */
  readonly offending: number | undefined
  readonly total: number | undefined
  /** What must hold. */
  readonly claim: Sentence
  /** What was found, with its denominator. */
  readonly finding: Sentence
}

/** Judges a check by what its query found. */
export function judge(check: Check, found: Found): Verdict {
  const claim = claimOf(check)
  if (!isRowwise(check)) {
    const passed = found.offending === 0
    return {
      passed,
      offending: undefined,
      total: undefined,
      claim,
      finding: passed ? say('符合', 'as it should be') : wholeFinding(check.assert, found.table),
    }
  }
  const { offending, total } = found
  const passed = offending <= allowed(check.allow, total)
  return { passed, offending, total, claim, finding: rowsFinding(check, found) }
}

/** Rows that may offend; a share of rows whose number is not known allows none. */
function allowed(allow: Check['allow'], total = 0): number {
  if (typeof allow === 'number') return allow
  return (Number(allow.slice(0, -1)) / 100) * total
}

function rowsFinding({ allow }: Check, { offending, total }: Found): Sentence {
  const tolerance =
    allow === 0 || allow === '0%'
      ? say('', '')
      : typeof allow === 'number'
        ? say(`，允许 ${writeValue(allow)} 行`, `; ${allow} allowed`)
        : say(`，允许 ${allow}`, `; ${allow} allowed`)
  if (total === undefined) {
    return joined(say(`${writeValue(offending)} 行不符合`, `${offending} rows offend`), tolerance)
  }
  const { zh, en } = shareText(offending / Math.max(1, total))
  const none = offending === 0
  return joined(
    say(
      `${writeValue(total)} 行里有 ${writeValue(offending)} 行不符合${none ? '' : `（${zh}）`}`,
      `${writeValue(offending)} of ${writeValue(total)} rows offend${none ? '' : ` (${en})`}`,
    ),
    tolerance,
  )
}

/** Never 0% or 100% where it is not quite that. */
function shareText(share: number): Sentence {
  if (share < 0.0005) return say('不到 0.1%', 'under 0.1%')
  if (share > 0.9995 && share < 1) return say('99.9% 以上', 'over 99.9%')
  return say(writeValue(share, '%'), writeValue(share, '%'))
}

function wholeFinding(assert: Assertion, table: ResultTable | undefined): Sentence {
  const value = (column: string) => writeValue(table && firstOf(table, column))
  if ('rows' in assert) {
    return say(`实际有 ${value('row_count')} 行`, `there are ${value('row_count')} rows`)
  }
  const [found, expected, difference] = ['sum_found', 'sum_expected', 'difference'].map(value)
  return say(
    `合计是 ${found ?? ''}，应为 ${expected ?? ''}，相差 ${difference ?? ''}`,
    `the sum is ${found ?? ''}, expected ${expected ?? ''}, off by ${difference ?? ''}`,
  )
}

function claimOf({ label, assert, from }: Check): Sentence {
  return label === undefined || label === '' ? plainClaim(assert, from) : say(label, label)
}

/** What must hold, in words. */
function plainClaim(assert: Assertion, table: string): Sentence {
  if ('unique' in assert) {
    const columns = assert.unique.join('、')
    return say(`${table} 的 ${columns} 不重复`, `${columns} of ${table} does not repeat`)
  }
  if ('not-empty' in assert) {
    const columns = assert['not-empty'].join('、')
    return say(`${table} 的 ${columns} 都有值`, `${columns} of ${table} always has a value`)
  }
  if ('in' in assert) {
    const { column, values } = assert.in
    const list =
      values.slice(0, 6).join('、') + (values.length > 6 ? ` 等 ${values.length} 种` : '')
    return say(`${table} 的 ${column} 只有 ${list}`, `${column} of ${table} is one of ${list}`)
  }
  if ('between' in assert) {
    const { column, ...ends } = assert.between
    const { zh, en } = rangeText(ends)
    return say(`${table} 的 ${column} ${zh}`, `${column} of ${table} ${en}`)
  }
  if ('matches-table' in assert) {
    const { column, table: other, key } = assert['matches-table']
    return say(
      `${table} 的 ${column} 都能在 ${other} 的 ${key} 里找到`,
      `every ${column} of ${table} is found in ${key} of ${other}`,
    )
  }
  if ('rows' in assert) {
    const { zh, en } = rangeText(assert.rows)
    return say(`${table} 的行数${zh}`, `the number of rows of ${table} ${en}`)
  }
  const { column, table: other, of } = assert['sum-equals']
  return say(
    `${table} 的 ${column} 合计等于 ${other} 的 ${of} 合计`,
    `the sum of ${column} of ${table} is that of ${of} of ${other}`,
  )
}

interface Ends {
  readonly from?: string | number | undefined
  readonly to?: string | number | undefined
}

function rangeText({ from, to }: Ends): Sentence {
  if (from === undefined) return say(`不超过 ${to}`, `is at most ${to}`)
  if (to === undefined) return say(`不低于 ${from}`, `is at least ${from}`)
  return say(`在 ${from} 到 ${to} 之间`, `lies between ${from} and ${to}`)
}

const joined = (a: Sentence, b: Sentence) => say(a.zh + b.zh, a.en + b.en)
const say = (zh: string, en: string): Sentence => ({ zh, en })
