/** How many digits a class's PIN has. */
export const pinLength = 6

/**
 * Whether a PIN is among those that are tried first: few different digits, counting up or down, or
 * three digits twice. Some 3,600 of a million are.
 */
export function isEasyPin(pin: string): boolean {
  const digits = Array.from(pin, Number)
  if (new Set(digits).size < 3) return true
  const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0))
  if (steps.every((step) => step === 1) || steps.every((step) => step === -1)) return true
  return pin.slice(0, pinLength / 2) === pin.slice(pinLength / 2)
}
