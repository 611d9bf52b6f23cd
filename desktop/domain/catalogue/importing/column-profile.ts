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

/** What one cell is. */
interface CellFacts {
  readonly codes: number
  readonly date: 'date' | 'datetime' | 'yearmonth' | undefined
  readonly isNumber: boolean
  readonly isFraction: boolean
  readonly isSerial: boolean
  readonly isMissing: boolean
  readonly forms: readonly NumberForm[]
}

/** Reads cells; the facts of a few are remembered, since most columns repeat themselves. */
export type CellReader = (cell: string) => CellFacts

const mostRemembered = 1000

/** A reader for one column; `loose` where the title says that the column holds dates. */
export function cellReader(loose: boolean): CellReader {
  const remembered = new Map<string, CellFacts>()
  return (cell) => {
    const quick = isPlainText(cell) ? text : loose ? undefined : plainNumber(cell)
    if (quick) return quick
    const before = remembered.get(cell)
    if (before) return before
    const facts = factsOf(cell, loose)
    if (remembered.size < mostRemembered) remembered.set(cell, facts)
    return facts
  }
}

const text: CellFacts = {
  ...{ codes: 0, date: undefined, isNumber: false, isFraction: false, isSerial: false },
  ...{ isMissing: false, forms: [] },
}
const whole: CellFacts = { ...text, isNumber: true }
const fraction: CellFacts = { ...whole, isFraction: true }

const serial: CellFacts = { ...whole, isSerial: true }

/** Longer than a sign for no value, and begun as neither a number nor a year is. */
function isPlainText(cell: string): boolean {
  if (cell.length <= longestMissing) return false
  const first = cell.charCodeAt(0)
  if (first < 0x80) return (first >= 65 && first <= 90) || (first >= 97 && first <= 122)
  return first > 0x4e00 && first <= 0x9fff && first !== 0x4e8c
}

/** Up to 15 digits, with decimals or not: most numbers are, and nothing else has to be asked. */
function plainNumber(cell: string): CellFacts | undefined {
  const { length } = cell
  let point = length
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code === 46 && point === length && at < length - 1) point = at
    else if (code < 48 || code > 57) return undefined
  }
  if (point === 0 || point > 15) return undefined
  if (point < length) return fraction
  const first = cell.charCodeAt(0)
  if (first === 48 && length > 1) return undefined
  return length === 5 && first >= 50 && first <= 54 ? serial : whole
}

/** The longest sign for a missing value, with room for blanks. */
const longestMissing = 12

function factsOf(cell: string, loose: boolean): CellFacts {
  const date = mayBeDate(cell) ? readDate(cell, loose)?.kind : undefined
  const codes = isCode(cell) ? 1 : 0
  const number = readNumber(cell)
  if (!number) {
    if (date) return { ...text, codes, date }
    const isShort = cell.trim().length <= longestMissing
    return isShort && isMissing(cell) ? { ...text, codes, isMissing: true } : { ...text, codes }
  }
  return {
    // more than 64 bits hold
    codes: codes + (/^-?\d{19}/.test(number.text) ? 1 : 0),
    date,
    isNumber: true,
    isFraction: /[.eE]/.test(number.text),
    isSerial: /^[2-6]\d{4}$/.test(number.text),
    isMissing: false,
    forms: number.forms,
  }
}

/** Adds one cell, as the column's reader reads it. */
export function addCell(
  profile: ColumnProfile,
  cell: string,
  line: number,
  read: CellReader,
): void {
  if (isBlank(cell)) return
  const facts = read(cell)
  profile.filled += 1
  if (facts === text) {
    if (profile.oddLines.length < 3) profile.oddLines.push(line)
    return
  }
  const { codes, date, isNumber, isFraction, isSerial, isMissing: isNone, forms } = facts
  profile.codes += codes
  if (date) count(profile.dates, date)
  if (isNumber) {
    profile.numbers += 1
    if (isFraction) profile.fractions += 1
    if (isSerial) profile.serials += 1
    for (const form of forms) count(profile.forms, form)
  } else if (!date && isNone) profile.missing += 1
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
