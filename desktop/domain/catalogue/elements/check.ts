import { labelsOf, type CodeList } from './code-list.ts'
import { creditCheckSign, creditSigns, organisationCheckSign } from './credit-code.ts'
import { dayOf, looksLikeDate } from './day.ts'
import { isDivision, isProvince, type Divisions } from './divisions.ts'
import type { Element, Rule } from './element.ts'
import type { Fault } from './fault.ts'
import { formatChecker } from './format.ts'
import { residentCheckSign } from './resident-id.ts'
import { withRepairs } from './repair.ts'

/** Says why a value does not conform; `undefined` where it does. */
export type Checker = (value: string) => Fault | undefined

/** What rules need to know besides the value. */
export interface CheckContext {
  readonly lists: ReadonlyMap<string, CodeList>
  readonly divisions: Divisions
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** The check of an element's values, as DuckDB writes them as text. Empty texts are not asked about. */
export function checkerOf(element: Element, context: CheckContext): Checker {
  return withRepairs(element, ruleChecker(element, context))
}

function ruleChecker(element: Element, context: CheckContext): Checker {
  const { rule, format } = element
  const { divisions, today } = context
  switch (rule?.kind) {
    case undefined:
      return formatChecker(format)
    case 'resident-id':
      return (value) => residentFault(value, context)
    case 'credit-code':
      return (value) => creditFault(value, divisions)
    case 'organisation-code':
      return organisationFault
    case 'division-code':
      return (value) => divisionFault(value, rule.digits, divisions)
    case 'mobile':
      return mobileFault
    case 'code-list':
      return codeChecker(context.lists.get(element.codes ?? ''))
    case 'boolean':
      return (value) => (/^(?:true|false|[01]|是|否)$/i.test(value) ? undefined : 'not-yes-or-no')
    case 'date':
      return (value) => dateFault(value, rule, today)
    case 'number':
      return (value) => numberFault(value, rule, element.type === 'integer')
    case 'pattern':
      return patternChecker(rule.pattern)
  }
}

/** GB 11643-1999: six digits of a division, eight of a day, three of a sequence, a check sign. */
function residentFault(value: string, { divisions, today }: CheckContext): Fault | undefined {
  if (value.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(value)) return 'characters'
  if (!isProvince(divisions, value)) return 'division'
  const day = dayOf(value.slice(6, 14))
  if (day === undefined) return 'date'
  if (day < '1880-01-01') return 'early'
  if (day > today) return 'late'
  return residentCheckSign(value) === value[17] ? undefined : 'check-sign'
}

/** GB 32100-2015: who registers, what kind, six digits of a division, nine of the body, a check sign. */
function creditFault(value: string, divisions: Divisions): Fault | undefined {
  if (value.length !== 18) return 'length'
  for (const sign of value) if (!creditSigns.includes(sign)) return 'characters'
  const division = value.slice(2, 8)
  if (!/^\d{6}$/.test(division)) return 'characters'
  // 100000 is the whole country's, as offices of the state register with
  if (division !== '100000' && !isProvince(divisions, division)) return 'division'
  return creditCheckSign(value) === value[17] ? undefined : 'check-sign'
}

function organisationFault(value: string): Fault | undefined {
  const plain = /^[0-9A-Z]{8}-[0-9X]$/.test(value) ? value.replace('-', '') : value
  if (plain.length !== 9) return 'length'
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(plain)) return 'characters'
  return organisationCheckSign(plain) === plain[8] ? undefined : 'check-sign'
}

/** The six digits of the county must be known; streets and communities are counted within it. */
function divisionFault(value: string, digits: number, divisions: Divisions): Fault | undefined {
  if (value.length !== digits) return 'length'
  if (!/^\d+$/.test(value)) return 'characters'
  return isDivision(divisions, value.slice(0, 6)) ? undefined : 'division'
}

function mobileFault(value: string): Fault | undefined {
  if (!/^\d+$/.test(value)) return 'characters'
  if (value.length !== 11) return 'length'
  return /^1[3-9]/.test(value) ? undefined : 'pattern'
}

function codeChecker(list: CodeList | undefined): Checker {
  const codes = new Set(list?.codes.map(({ code }) => code))
  const labels = list ? labelsOf(list) : new Set<string>()
  return (value) => {
    if (codes.has(value)) return undefined
    return labels.has(value) ? 'label' : 'unlisted'
  }
}

type DateRule = Extract<Rule, { kind: 'date' }>

function dateFault(value: string, { from, to }: DateRule, today: string): Fault | undefined {
  const day = dayOf(value)
  if (day === undefined) return looksLikeDate(value) ? 'date' : 'not-a-date'
  if (from !== undefined && day < from) return 'early'
  const last = to === 'today' ? today : to
  return last !== undefined && day > last ? 'late' : undefined
}

type NumberRule = Extract<Rule, { kind: 'number' }>

function numberFault(value: string, { min, max }: NumberRule, whole: boolean): Fault | undefined {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return 'not-a-number'
  if (whole && !Number.isInteger(number)) return 'not-whole'
  if (min !== undefined && number < min) return 'small'
  return max !== undefined && number > max ? 'large' : undefined
}

function patternChecker(pattern: string): Checker {
  const whole = new RegExp(`^(?:${pattern})$`, 'u')
  return (value) => (whole.test(value) ? undefined : 'pattern')
}
