/** The signs of a unified social credit code in the order of their values 0–30: no I, O, S, V, Z. */
export const creditSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * The 18th sign of a unified social credit code, from its first 17.
 *
 * GB 32100-2015: C₁₈ = 31 − mod(Σ Cᵢ·Wᵢ, 31) with Wᵢ = 3^(i−1) mod 31; 31 is written 0. Expects signs
 * of `creditSigns` only.
 */
export function creditCheckSign(body: string): string {
  let sum = 0
  let weight = 1
  for (const sign of body.slice(0, 17)) {
    sum += creditSigns.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return creditSigns[(31 - (sum % 31)) % 31] ?? ''
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

/**
 * The ninth sign of an organisation code, from its first eight: digits 0–9 and letters A–Z, which
 * count 10–35.
 *
 * GB 11714-1997: C₉ = 11 − mod(Σ Cᵢ·Wᵢ, 11) with the weights 3 7 9 10 5 8 4 2; 10 is written X, 11 is 0.
 */
export function organisationCheckSign(body: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, at) => total + Number.parseInt(body[at] ?? '0', 36) * weight,
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
