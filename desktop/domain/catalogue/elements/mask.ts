/** A sign of a masked value. */
export const MASK = '＊'

/** Longer values are cut: an example need not be read whole. */
const most = 24

/**
 * A value as an example of what is wrong: at most three signs of its beginning and two of its end,
 * and never more than half of it, so that nobody is told by it.
 */
export function mask(value: string): string {
  const signs = Array.from(value)
  const head = Math.max(1, Math.min(3, Math.floor(signs.length / 4)))
  const tail = Math.min(2, Math.floor(signs.length / 4))
  if (signs.length === 1) return value
  const hidden = Math.min(signs.length, most) - head - tail
  const end = tail === 0 ? '' : signs.slice(-tail).join('')
  return signs.slice(0, head).join('') + MASK.repeat(hidden) + end
}
