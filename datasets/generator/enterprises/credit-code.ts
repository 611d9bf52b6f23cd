/**
 * The unified social credit code (统一社会信用代码) in SQL, after GB 32100-2015: registry, kind, division
 * (6), organisation code (9) and a check character; of the letters, I, O, S, V and Z are not used.
 */
export const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** `start` is the place of the first character that counts, from 1. */
function weighted(text: string, alphabet: string, weights: readonly number[]): string {
  return weights
    .map((weight, at) => `(strpos('${alphabet}', substr(${text}, ${at + 1}, 1)) - 1) * ${weight}`)
    .join(' + ')
}

/** SQL of the ninth character of an organisation code, from its first eight (GB 11714-1997, modulus 11). */
export function organisationCheck(body: string): string {
  const sum = weighted(body, organisationAlphabet, [3, 7, 9, 10, 5, 8, 4, 2])
  return `substr('0X987654321', 1 + (${sum}) % 11, 1)`
}

/** Powers of 3 modulo 31. */
const creditWeights = Array.from({ length: 17 }).reduce<number[]>(
  (weights) => [...weights, ((weights.at(-1) ?? 21) * 3) % 31],
  [],
)

/** SQL of the eighteenth character, from the first seventeen (modulus 31). */
export function creditCheck(body: string): string {
  const sum = weighted(body, creditAlphabet, creditWeights)
  return `substr('${creditAlphabet}', 1 + (31 - (${sum}) % 31) % 31, 1)`
}

/** SQL of a number written in six characters of the alphabet. */
export function sixCharacters(number: string): string {
  return Array.from({ length: 6 })
    .map((_, at) => `substr('${creditAlphabet}', 1 + (${number}) // ${31 ** at} % 31, 1)`)
    .join(' || ')
}
