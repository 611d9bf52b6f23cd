const length = 17

/**
 * The 18th sign of a citizen identification number, from its first 17 digits.
 *
 * GB 11643-1999: Wᵢ = 2^(i−1) mod 11 with i counted from the right, the check sign being i = 1; the sum of all
 * aᵢ·Wᵢ leaves 1 on division by 11 (ISO 7064, MOD 11-2). 10 is written X.
 */
export function residentCheckSign(body: string): string {
  let sum = 0
  let weight = 2
  for (let at = length - 1; at >= 0; at -= 1) {
    sum += Number(body[at]) * weight
    weight = (weight * 2) % 11
  }
  const check = (12 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
