import { digitByDigit } from './digits.ts'
import type { Rule } from './rule.ts'

const four = '((?:1[89]|20)\\d\\d)'
const year = `(?<!\\d)${four}`
const month = '(0?[1-9]|1[0-2])'
const day = '(0?[1-9]|[12]\\d|3[01])'
const dash = '\\s*[-–—~～至到]\\s*'

/** 2026-11-25, 2026-11, 2020—2024 年, 2026 年, 20:00. */
export const dateRules: readonly Rule[] = [
  [
    new RegExp(`${year}([-/.])${month}\\2${day}(?!\\d)`, 'g'),
    (_, y, _sign, m, d) => `${digitByDigit(y)}年 ${Number(m)} 月 ${Number(d)} 日`,
  ],
  [
    new RegExp(`${year}-(0[1-9]|1[0-2])(?![\\d-])`, 'g'),
    (_, y, m) => `${digitByDigit(y)}年 ${Number(m)} 月`,
  ],
  [
    new RegExp(`${year}${dash}${four}\\s*年`, 'g'),
    (_, from, to) => `${digitByDigit(from)}到${digitByDigit(to)}年`,
  ],
  [new RegExp(`${year}\\s*年`, 'g'), (_, y) => `${digitByDigit(y)}年`],
  [
    /(?<![\d:：.])([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:：])/g,
    (_, hour, minute, second) => timeOf(Number(hour), Number(minute), Number(second || 0)),
  ],
]

function timeOf(hour: number, minute: number, second: number): string {
  const minutes = minute > 0 || second > 0 ? part(minute, '分') : ''
  return `${hour} 点${minutes}${second > 0 ? part(second, '秒') : ''}`
}

const part = (value: number, unit: string) =>
  `${value > 0 && value < 10 ? '零' : ''} ${value} ${unit}`
