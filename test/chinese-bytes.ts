/** GB 18030's two-byte part by asking the decoder for all of it. */
const twoBytes = new Map<string, readonly [number, number]>()
const decoder = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = decoder.decode(Uint8Array.of(lead, trail))
    if (text.length === 1 && !twoBytes.has(text)) twoBytes.set(text, [lead, trail])
  }
}

/** A text of ASCII and common Chinese in GB 18030. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((sign) => twoBytes.get(sign) ?? [sign.charCodeAt(0)]),
  )
}

export const utf8 = (text: string) => new TextEncoder().encode(text)
