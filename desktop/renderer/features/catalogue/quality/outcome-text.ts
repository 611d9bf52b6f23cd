import type { Check } from '../../../../domain/catalogue/quality/check.ts'
import type { Outcome } from '../../../../domain/catalogue/quality/report.ts'
import { count, percent } from '../../../app/format.ts'
import { i18n, zh } from '../../../app/i18n.svelte.ts'
import { t } from './messages.ts'

/** How columns, tables and elements are called. */
export interface Names {
  column(name: string): string
  table(resource: string): string
  element(id: string): string
}

const types: Readonly<Record<string, keyof typeof t.types>> = {
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  year: 'year',
}

/** What is asked of the data, in one line. */
export function checkText(check: Check, names: Names): string {
  const listed = (columns: readonly string[]) =>
    columns.map((name) => names.column(name)).join('、')
  switch (check.kind) {
    case 'required':
    case 'filled':
      return t.check[check.kind](names.column(check.column))
    case 'key':
    case 'unique':
      return t.check[check.kind](listed(check.columns))
    case 'type': {
      const type = types[check.wanted]
      return t.check.type(names.column(check.column), type ? t.types[type] : check.wanted)
    }
    case 'minimum':
    case 'maximum':
    case 'min-length':
    case 'max-length':
      return t.check[check.kind](names.column(check.column), boundText(check.bound))
    case 'pattern':
      return t.check.pattern(names.column(check.column), check.pattern)
    case 'categories':
      return t.check.categories(names.column(check.column), count(check.values.length))
    case 'element':
      return t.check.element(names.column(check.column), names.element(check.element))
    case 'reference':
      return t.check.reference(listed(check.columns), names.table(check.to.resource))
    case 'rule':
      return zh(check.rule.says)
  }
}

const boundText = (bound: number | string) => (typeof bound === 'number' ? count(bound) : bound)

/** What came of it: numerator, denominator, share, and what is wrong. */
export function resultText({ check, passed, of, unjudged, groups }: Outcome): string {
  if (unjudged) return t.unjudged[unjudged]
  const parts = [t.passed(count(passed), count(of), exactPercent(passed, of))]
  if (check.kind === 'filled') {
    if (check.meaning !== null && passed < of) parts.push(t.meaning(zh(check.meaning)))
  } else if (passed < of) parts.push(t.wrong(count(of - passed)))
  for (const { size, count: found } of groups) parts.push(t.groups(count(size), count(found)))
  return parts.join(i18n.language === 'en' ? ', ' : '，')
}

/** 99.9996 % is not everything: rounding never makes a share whole, or nothing. */
function exactPercent(passed: number, of: number): string {
  const share = passed / of
  const rounded = Math.round(share * 1000) / 1000
  const isRough = (rounded === 1 && passed < of) || (rounded === 0 && passed > 0)
  return percent(share, isRough ? 5 : 1)
}
