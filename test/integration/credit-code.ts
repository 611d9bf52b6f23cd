const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Whether the last of 18 characters is the one that GB 32100-2015 computes of the others: the sum of
 * each character's number times 3^(place − 1) must be divisible by 31 together with the check character.
 */
export function hasRightCheck(code: string): boolean {
  const numbers = Array.from(code, (character) => characters.indexOf(character))
  if (numbers.length !== 18 || numbers.includes(-1)) return false
  // Horner's rule from the right: Σ c(i) · 3^(i − 1) modulo 31, without the check character.
  const sum = numbers.slice(0, 17).reduceRight((total, number) => (total * 3 + number) % 31, 0)
  return (sum + (numbers[17] ?? 0)) % 31 === 0
}
