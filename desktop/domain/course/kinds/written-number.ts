/** A number as people write it in Chinese. */
export interface WrittenNumber {
  /** With 万 and 亿 multiplied out. */
  readonly value: number
  /** Whether 万, 亿 or the like was written. */
  readonly scaled: boolean
  /** What stands after it, without blanks; `%` is a unit. */
  readonly unit: string
}

const scaleWords: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}

/** Half-width, without blanks; `75。82` is what an input method makes of `75.82`. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replaceAll('−', '-')
    .replaceAll(/(?<=\d)。(?=\d)/g, '.')
}

/** One number, then perhaps a scale; 千克 and 百分点 are units and no scales. */
const term = /(\d[\d,]*(?:\.\d+)?|\.\d+)([十百千万]?亿|[十百千]?万|千(?![克米瓦])|百(?!分))?/y

/**
 * Reads `75.82 %`, `１，２３４`, `1.2万人`, `1亿2000万`, `百分之 3`; `undefined` where it is not one
 * number, or commas stand elsewhere than between groups of three digits (or of four).
 */
export function readNumber(text: string): WrittenNumber | undefined {
  const [, minus = '', percent = '', rest = ''] =
    /^([+-]?)(百分之)?(.*)$/.exec(plainText(text)) ?? []
  let sum = 0
  let smallest = Infinity
  let scaled = false
  term.lastIndex = 0
  for (let at = 0; smallest > 1; at = term.lastIndex) {
    const [found, digits = '', scaleWord = ''] = term.exec(rest) ?? []
    if (found === undefined) {
      if (at === 0) return undefined
      term.lastIndex = at
      break
    }
    const scale = scaleWord === '' ? 1 : (scaleWords[scaleWord] ?? 1)
    if (!grouped(digits) || scale >= smallest) return undefined
    sum += Number(digits.replaceAll(',', '')) * scale
    scaled ||= scale > 1
    smallest = scale
  }
  const unit = rest.slice(term.lastIndex)
  if (/\d/.test(unit)) return undefined
  const value = minus === '-' ? -sum : sum
  return { value, scaled, unit: percent === '' ? unit : `%${unit}` }
}

const grouped = (digits: string): boolean =>
  !digits.includes(',') || /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d{1,4}(,\d{4})+(\.\d+)?$/.test(digits)

const factors: Readonly<Record<string, number>> = { '%': 0.01, '‰': 0.001 }
/** Words that count the same thing. */
const sameUnits: Readonly<Record<string, string>> = { 名: '人', 位: '人', 个人: '人', 块: '元' }

/** `万元` → 10,000 times 元; `%` → a hundredth of nothing. */
export function splitUnit(unit: string): { readonly factor: number; readonly base: string } {
  const plain = plainText(unit)
  const factor = factors[plain]
  if (factor !== undefined) return { factor, base: '' }
  const scale = /^[万亿]/.exec(plain)?.[0]
  const base = scale === undefined ? plain : plain.slice(1)
  return {
    factor: scale === undefined ? 1 : (scaleWords[scale] ?? 1),
    base: sameUnits[base] ?? base,
  }
}

/** The number said in that unit; `undefined` where its own unit counts something else. */
export function inUnit({ value, scaled, unit }: WrittenNumber, wanted: string): number | undefined {
  if ((unit === '' && !scaled) || wanted === '') {
    return value * (wanted === '' ? (factors[unit] ?? 1) : 1)
  }
  const own = splitUnit(unit)
  const { factor, base } = splitUnit(wanted)
  if (unit !== '' && own.base !== base) return undefined
  return (value * own.factor) / factor
}
