/** A number as the unevaluated sum of two doubles: about 31 digits (T. J. Dekker, Numer. Math. 18, 1971). */
export type Twofold = readonly [high: number, low: number]

export const zero: Twofold = [0, 0]
export const twofold = (value: number): Twofold => [value, 0]
export const single = ([high, low]: Twofold) => high + low

/** What cuts a double into two halves of 26 bits. */
export const splitter = 134217729

export function sumOf(a: number, b: number): Twofold {
  const high = a + b
  const part = high - a
  return [high, a - (high - part) + (b - part)]
}

export function productOf(a: number, b: number): Twofold {
  const high = a * b
  const ta = splitter * a
  const tb = splitter * b
  const ah = ta - (ta - a)
  const bh = tb - (tb - b)
  const [al, bl] = [a - ah, b - bh]
  return [high, ah * bh - high + ah * bl + al * bh + al * bl]
}

function tidy(high: number, low: number): Twofold {
  const sum = high + low
  return [sum, low - (sum - high)]
}

export function add(a: Twofold, b: Twofold): Twofold {
  const [high, error] = sumOf(a[0], b[0])
  const [low, rest] = sumOf(a[1], b[1])
  const [top, below] = tidy(high, error + low)
  return tidy(top, below + rest)
}

export const negate = ([high, low]: Twofold): Twofold => [-high, -low]
export const subtract = (a: Twofold, b: Twofold): Twofold => add(a, negate(b))

export function multiply(a: Twofold, b: Twofold): Twofold {
  const [high, error] = productOf(a[0], b[0])
  return tidy(high, error + a[0] * b[1] + a[1] * b[0])
}

export function divide(a: Twofold, b: Twofold): Twofold {
  const first = a[0] / b[0]
  const left = subtract(a, multiply(b, twofold(first)))
  const second = left[0] / b[0]
  const rest = subtract(left, multiply(b, twofold(second)))
  return add(tidy(first, second), twofold(rest[0] / b[0]))
}

export function squareRoot(a: Twofold): Twofold {
  if (a[0] <= 0) return zero
  const guess = Math.sqrt(a[0])
  const left = subtract(a, productOf(guess, guess))
  return tidy(guess, left[0] / (2 * guess))
}

/** `base` to a whole power of 1 or more. */
export function power(base: Twofold, exponent: number): Twofold {
  let result = base
  for (let at = 1; at < exponent; at++) result = multiply(result, base)
  return result
}
