const deepest = 200

/**
 * Canonical JSON: keys sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them (RFC 8785). Keys whose value is `undefined` are left out. Anything else
 * that JSON cannot carry (NaN, functions, dates, maps, bigints, cycles) is a TypeError.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > deepest) throw new TypeError(`not JSON: nested deeper than ${deepest}`)
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value)
  }
  if (typeof value === 'number') return numberJson(value)
  if (Array.isArray(value)) {
    const items = Array.from(value, (item: unknown) => canonicalJson(item, depth + 1))
    return `[${items.join(',')}]`
  }
  if (isPlain(value)) return objectJson(value, depth)
  throw new TypeError(`not JSON: ${typeof value}`)
}

function numberJson(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`not JSON: ${value}`)
  return JSON.stringify(value)
}

function objectJson(value: Readonly<Record<string, unknown>>, depth: number): string {
  const parts: string[] = []
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(item, depth + 1)}`)
  }
  return `{${parts.join(',')}}`
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
