import type { Draw } from './draw.ts'

/** Numbers as the standards make them, written apart from what finds them. */

const two = (value: number) => String(value).padStart(2, '0')

export function dayOf(draw: Draw, from: number, to: number): { y: number; m: number; d: number } {
  return { y: from + draw.below(to - from + 1), m: 1 + draw.below(12), d: 1 + draw.below(28) }
}

/** The last sign of a resident's number (GB 11643, ISO 7064 MOD 11-2). */
export function residentSign(body: string): string {
  let rest = 0
  for (const digit of body) rest = ((rest + Number(digit)) * 2) % 11
  return signOf((12 - rest) % 11)
}

const signOf = (value: number) => (value === 10 ? 'X' : String(value))

export function residentId(draw: Draw, areas: readonly string[]): string {
  const { y, m, d } = dayOf(draw, 1938, 2016)
  const body = `${draw.pick(areas)}${y}${two(m)}${two(d)}${draw.digits(3)}`
  return body + residentSign(body)
}

/** The form of fifteen digits, given out until 1999. */
export function oldResidentId(draw: Draw, areas: readonly string[]): string {
  const { y, m, d } = dayOf(draw, 1930, 1980)
  return `${draw.pick(areas)}${two(y % 100)}${two(m)}${two(d)}${draw.digits(3)}`
}

/** The digit that makes a number pass Luhn's test. */
export function luhnDigit(body: string): string {
  let sum = 0
  for (let at = body.length - 1, twice = true; at >= 0; at -= 1, twice = !twice) {
    const digit = Number(body[at]) * (twice ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return String((10 - (sum % 10)) % 10)
}

/** A card's number from its issuer's prefix and length. */
export function bankCard(draw: Draw, issuers: readonly (readonly [string, number])[]): string {
  const [prefix, length] = draw.pick(issuers)
  const body = prefix + draw.digits(length - prefix.length - 1)
  return body + luhnDigit(body)
}

const creditSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

function organisationSign(body: string): string {
  let sum = 0
  for (const [at, weight] of organisationWeights.entries()) {
    sum += Number.parseInt(body.charAt(at), 36) * weight
  }
  const sign = 11 - (sum % 11)
  return sign === 11 ? '0' : signOf(sign)
}

/** A unified social credit code (GB 32100). */
export function creditCode(draw: Draw, areas: readonly string[]): string {
  const organisation = draw.pick(['MA', '70', '55', '32']) + draw.digits(6)
  const type = draw.pick(['91', '92', '52', '12', '11'])
  const body = `${type}${draw.pick(areas)}${organisation}${organisationSign(organisation)}`
  let sum = 0
  let weight = 1
  for (const sign of body) {
    sum += creditSigns.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return body + creditSigns.charAt((31 - (sum % 31)) % 31)
}

const mobileStarts =
  '130 131 132 133 135 136 137 138 139 147 150 151 152 153 155 156 157 158 159 166 173 176 177 178 180 181 182 183 185 186 187 188 189 191 195 198 199'.split(
    ' ',
  )

export function mobile(draw: Draw): string {
  return draw.pick(mobileStarts) + draw.digits(8)
}

const plateSigns = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A plate: five signs, or six for new energy. */
export function plate(draw: Draw, starts: readonly string[], between: string): string {
  const letter = () => plateSigns.charAt(draw.below(plateSigns.length))
  const five = draw.chance(0.6) ? draw.digits(5) : letter() + draw.digits(3) + letter()
  const six = draw.chance(0.8) ? draw.pick(['D', 'F']) + draw.digits(5) : `${draw.digits(5)}D`
  return draw.pick(starts) + between + (draw.chance(0.3) ? six : five)
}

export function passport(draw: Draw): string {
  const form = draw.below(3)
  if (form === 0) return `G${draw.digits(8)}`
  if (form === 1) return `E${draw.digits(8)}`
  return `E${draw.pick(['A', 'B', 'C', 'D', 'H', 'J', 'K'])}${draw.digits(7)}`
}

/** The digits as wide signs. */
export function wide(text: string): string {
  return text.replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

/** The digits as they are said and then written down. */
export function spoken(text: string): string {
  return text.replace(/\d/g, (digit) => '零幺二三四五六七八九'.charAt(Number(digit)))
}
