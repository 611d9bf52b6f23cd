import { halfWidth } from './numbers.ts'

export interface ReadDate {
  readonly kind: 'date' | 'datetime' | 'yearmonth'
  /** `2025-03-05`, `2025-03-05 10:20:00` or `2025-03`. */
  readonly text: string
}

const digitsOf = '〇一二三四五六七八九'

/** `二〇二五` to `2025`, `十二` to `12`, `二十一` to `21`. */
function arabic(text: string): string {
  return text
    .replace(/[零○Ｏ]/g, '〇')
    .replace(
      /([一二三四五六七八九])?十([一二三四五六七八九])?/g,
      (_, tens?: string, ones?: string) =>
        String((tens ? digitsOf.indexOf(tens) : 1) * 10 + (ones ? digitsOf.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (sign) => String(digitsOf.indexOf(sign)))
}

/** A year begins with one of these. */
const mayBegin = /^\s*[1-4１２一二]/

const time = /^[T ]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?分?$/
const chinese = /^(\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?(.*)$/
const separated = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})((?:[T ].*)?)$/
const months = /^(\d{4})[-/.](\d{1,2})$/
/** A year of two digits that can be no month, so nothing else is meant. */
const short = /^(1[3-9]|[2-4]\d)([-/.])(\d{1,2})\2(\d{1,2})$/

/**
 * Reads a day, a moment or a month as it is written in Chinese tables: `2025-3-5`, `2025/03/05 9:30`,
 * `2025.3.5`, `2025年3月5日`, `二〇二五年三月`. `loose` also takes `20250305`, `2025.3` and `25/3/5`,
 * which could be something else; only a column's title can tell. Nothing where there is no such day.
 */
export function readDate(cell: string, loose = false): ReadDate | undefined {
  if (cell.length > 40 || !mayBegin.test(cell)) return undefined
  const plain = halfWidth(cell.trim())
  const text = /年/.test(plain) ? arabic(plain) : plain
  const written = chinese.exec(text)
  if (written) return whole(written[1], written[2], written[3], written[4])
  const split = separated.exec(text)
  if (split) return whole(split[1], split[3], split[4], split[5])
  if (!loose) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return whole(compact[1], compact[2], compact[3])
  const recent = short.exec(text)
  if (recent) return whole(`20${recent[1] ?? ''}`, recent[3], recent[4])
  const month = months.exec(text)
  return month ? whole(month[1], month[2]) : undefined
}

function whole(year = '', month = '', day?: string, rest = ''): ReadDate | undefined {
  const yearMonth = `${year}-${month.padStart(2, '0')}`
  if (!isDay(Number(year), Number(month), Number(day ?? 1))) return undefined
  if (day === undefined) return rest === '' ? { kind: 'yearmonth', text: yearMonth } : undefined
  const date = `${yearMonth}-${day.padStart(2, '0')}`
  if (rest.trim() === '') return { kind: 'date', text: date }
  const clock = time.exec(rest)
  if (!clock) return undefined
  const parts = [clock[1], clock[2], clock[3] ?? '0'].map((part = '') => part.padStart(2, '0'))
  const [hour = '', minute = '', second = ''] = parts
  if (hour > '23' || minute > '59' || second > '59') return undefined
  return { kind: 'datetime', text: `${date} ${hour}:${minute}:${second}` }
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day of a serial number of the 1900 system after 1 March 1900: day 25569 is 1970-01-01. */
export function serialDay(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
}
