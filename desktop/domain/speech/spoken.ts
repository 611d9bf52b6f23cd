import { applied, type Rule } from './rule.ts'
import { codeRules, withHotlines } from './spoken-codes.ts'
import { dateRules } from './spoken-dates.ts'
import { moneyRules } from './spoken-money.ts'

const inAddress = '[^\\s\\p{Script=Han}，。！？；：、“”「」（）《》]*'
const ends = 'com|cn|net|org|gov|edu|example|top|xyz|cc|vip|info|me|io|app|shop|site|online|club'

const linkRules: readonly Rule[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, () => '一个邮箱地址'],
  [new RegExp(`(?:https?://|www\\.)${inAddress}`, 'giu'), () => '一个链接'],
  [
    new RegExp(`(?<![\\w.])(?:[\\w-]+\\.)+(?:${ends})(?![\\w-])(?:[/?#:]${inAddress})?`, 'giu'),
    () => '一个链接',
  ],
]

const number = '(\\d+(?:\\.\\d+)?)'
const to = '\\s*[-–—~～]\\s*'

const measureRules: readonly Rule[] = [
  [
    new RegExp(`${number}\\s*[%％]?${to}${number}\\s*[%％]`, 'g'),
    (_, low, high) => `百分之 ${low} 到百分之 ${high}`,
  ],
  [/(?<![\d\p{L}）])[-−](?=\d+(?:\.\d+)?\s*[%％])/gu, () => '负'],
  [new RegExp(`${number}\\s*[%％]`, 'g'), (_, value) => `百分之 ${value}`],
  [new RegExp(`${number}\\s*‰`, 'g'), (_, value) => `千分之 ${value}`],
  [new RegExp(`(?<![\\d])[-−]${number}\\s*(?:℃|°C)`, 'g'), (_, value) => `零下 ${value} 摄氏度`],
  [new RegExp(`${number}\\s*(?:℃|°C)`, 'g'), (_, value) => `${value} 摄氏度`],
  [/(?<=\d)\s*(?:㎡|m²)/g, () => ' 平方米'],
  [/(\d)\s*[-−]\s*(?=\d+(?:\.\d+)?\s*=)/g, (_, digit) => `${digit} 减 `],
  [new RegExp(`(?<=[\\d点分日月年度元角])${to}(?=\\d|零下)`, 'g'), () => ' 到 '],
  [/(?<=\d)\s*:\s*(?=\d)/g, () => ' 比 '],
  [/(?<=\d)\s*\+\s*(?=\d)/g, () => ' 加 '],
  [/\s*×\s*/g, () => ' 乘 '],
  [/\s*÷\s*/g, () => ' 除以 '],
  [/\s*≥\s*/g, () => ' 大于等于 '],
  [/\s*≤\s*/g, () => ' 小于等于 '],
  [/(?<=\S)\s*=+\s*(?=\S)/g, () => ' 等于 '],
]

const comma = '[，\\s]*，[，\\s]*'
const stop = '[。！？；：、…!?;:,.]'

/** Quotes, brackets and arrows are heard as a short pause, and never two pauses at once. */
const pauseRules: readonly Rule[] = [
  [/(?<!\p{Script=Latin})’|’(?!\p{Script=Latin})/gu, () => '，'],
  [/[“”"「」『』‘《》〈〉（）()【】[\]→•]/g, () => '，'],
  [/[*_#`|~～·]+/g, () => ' '],
  [new RegExp(comma, 'g'), () => '，'],
  [new RegExp(`(?<=^|\\n)\\s*，|，(?=\\s*(?:${stop}|$|\\n))`, 'g'), () => ''],
  [new RegExp(`(?<=${stop})，`, 'g'), () => ''],
  [/[ \t\u00a0]+/g, () => ' '],
]

const fullWidth: readonly Rule[] = [[/[０-９Ａ-Ｚａ-ｚ．]/g, (sign) => sign.normalize('NFKC')]]

const rules = [...fullWidth, ...linkRules]
const numbers = [...dateRules, ...moneyRules]
const rest = [...codeRules, ...measureRules, ...pauseRules]

/** What stands oddly in a row (¥¥5) takes a second look; more looks find nothing. */
const mostLooks = 8

/** How a text is said: what a voice would misread is written out as it sounds. */
export function spoken(text: string): string {
  let now = text
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const next = once(now)
    if (next === now) break
    now = next
  }
  return now
}

function once(text: string): string {
  const plain = withHotlines(applied(applied(text, rules), numbers))
  return applied(plain, rest).trim()
}
