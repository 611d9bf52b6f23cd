/** How long a step of a plan takes, as volunteers write it before the step: “三分钟：”, “约 10 分钟，”. */

const digits = '零一二三四五六七八九'
const number = String.raw`(\d{1,3}(?:\.5)?|[一二三四五六七八九十两]{1,3})`
const leading = new RegExp(
  String.raw`^(?:大?约|用)?\s*(?:${number}\s*分(半钟?|钟半?)?|(半)分钟|(半)(?:个)?小时|(一)刻钟)\s*[：:，,。]\s*`,
)

/** The minutes that a step begins with and what is left of it; without minutes, the whole text. */
export function splitMinutes(step: string): { readonly minutes?: number; readonly text: string } {
  const match = leading.exec(step)
  if (!match) return { text: step.trim() }
  const [whole, count, tail = '', halfMinute, halfHour] = match
  const text = step.slice(whole.length).trim()
  if (halfMinute !== undefined) return { minutes: 0.5, text }
  if (halfHour !== undefined) return { minutes: 30, text }
  if (count === undefined) return { minutes: 15, text }
  return { minutes: numberOf(count) + (tail.includes('半') ? 0.5 : 0), text }
}

const within = new RegExp(String.raw`[（(]\s*大?约?\s*${number}\s*分钟?\s*[）)]`)

/** The minutes that a heading such as “怎么带（40 分钟）” gives. */
export function headingMinutes(heading: string): number | undefined {
  const count = within.exec(heading)?.[1]
  return count === undefined ? undefined : numberOf(count)
}

/** A number up to 99 in digits or in Chinese. */
function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words)
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words]
  const ten = words.includes('十') ? 10 * (tens === '' ? 1 : digitOf(tens)) : 0
  return ten + digitOf(ones)
}

const digitOf = (sign = ''): number => (sign === '两' ? 2 : Math.max(0, digits.indexOf(sign)))
