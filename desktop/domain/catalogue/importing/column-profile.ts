import { readDate } from './dates.ts'
import { isMissing } from './marks.ts'
import { isCode, readNumber, type NumberForm } from './numbers.ts'
import { isBlank } from './raw-table.ts'

/** What all cells of a column are, counted. */
export interface ColumnProfile {
  filled: number
  missing: number
  numbers: number
  /** Numbers with decimals or an exponent. */
  fractions: number
  /** Digits that a number would not keep as they are. */
  codes: number
  serials: number
  readonly forms: Map<NumberForm, number>
  readonly dates: Map<'date' | 'datetime' | 'yearmonth', number>
  /** Lines of the first cells that are neither number nor missing. */
  readonly oddLines: number[]
}

export function emptyProfile(): ColumnProfile {
  return {
    ...{ filled: 0, missing: 0, numbers: 0, fractions: 0, codes: 0, serials: 0 },
    forms: new Map(),
    dates: new Map(),
    oddLines: [],
  }
}

const count = <Key>(counts: Map<Key, number>, key: Key) =>
  counts.set(key, (counts.get(key) ?? 0) + 1)

/** Titles of columns whose digits are names of things, never amounts. */
const codeTitle =
  /(?:编号|代码|编码|号码|序列号|证号|卡号|账号|单号|工号|邮编|邮政编码|电话|手机|证件|身份证|案号|门牌号)|号$|(?:^|_)(?:id|code|no|zip|phone|mobile|tel)$/iu

const dateTitle = /日期|时间|年月|月份|日$|date|time/iu

export const isCodeTitle = (title: string) => codeTitle.test(title)
export const isDateTitle = (title: string) => dateTitle.test(title)

/** Adds one cell; `loose` where the title says that the column holds dates. */
export function addCell(profile: ColumnProfile, cell: string, line: number, loose: boolean): void {
  if (isBlank(cell)) return
  profile.filled += 1
  if (isCode(cell)) profile.codes += 1
  const date = mayBeDate(cell) ? readDate(cell, loose) : undefined
  if (date) count(profile.dates, date.kind)
  const number = readNumber(cell)
  if (number) {
    profile.numbers += 1
    if (/^-?\d{19}/.test(number.text)) profile.codes += 1 // more than 64 bits hold
    if (/[.eE]/.test(number.text)) profile.fractions += 1
    if (/^[2-6]\d{4}$/.test(number.text)) profile.serials += 1
    for (const form of number.forms) count(profile.forms, form)
  } else if (!date && isMissing(cell)) profile.missing += 1
  else if (!date && profile.oddLines.length < 3) profile.oddLines.push(line)
}

/** Cheap: most cells of most columns cannot be. */
const mayBeDate = (cell: string) =>
  cell.length >= 6 && cell.length <= 40 && /[\d年０-９]/.test(cell)

export type ColumnType = 'string' | 'integer' | 'number' | 'date' | 'datetime' | 'yearmonth'

export interface TypeFinding {
  readonly type: ColumnType
  /** Dates that stand there as the serial numbers of a spreadsheet. */
  readonly serial?: boolean
  /** Why it is text although most cells are numbers or dates. */
  readonly odd?: 'number' | 'date' | 'percent'
}

/** What a column's values are, if every one of them is (but for those that are missing). */
export function typeOf(profile: ColumnProfile, title: string): TypeFinding {
  const { filled, missing, numbers, codes, serials } = profile
  const values = filled - missing
  if (values === 0) return { type: 'string' }
  const dates = [...profile.dates.values()].reduce((sum, number) => sum + number, 0)
  if (dates === values) return dateType(profile)
  if (isDateTitle(title) && serials > 0 && serials + (profile.dates.get('date') ?? 0) === values) {
    return { type: 'date', serial: true }
  }
  if (codes > 0 || isCodeTitle(title)) return { type: 'string' }
  if (numbers === values) return numberType(profile, values)
  if (numbers / values >= 0.9) return { type: 'string', odd: 'number' }
  return dates / values >= 0.9 ? { type: 'string', odd: 'date' } : { type: 'string' }
}

function numberType({ forms, fractions }: ColumnProfile, values: number): TypeFinding {
  const percents = forms.get('percent') ?? 0
  if (percents > 0 && percents < values) return { type: 'string', odd: 'percent' }
  // (1) (2) (3) number something; and two units cannot be added up
  if (forms.get('bracket') === values) return { type: 'string' }
  if ([...forms.keys()].filter((form) => form.startsWith('unit:')).length > 1)
    return { type: 'string' }
  const whole = fractions === 0 && percents === 0
  return { type: whole ? 'integer' : 'number' }
}

function dateType({ dates }: ColumnProfile): TypeFinding {
  if (dates.size === 1) return { type: [...dates.keys()][0] ?? 'string' }
  return dates.has('yearmonth') ? { type: 'string', odd: 'date' } : { type: 'datetime' }
}
