/** Larger ones would take long to be set out. */
const MOST = 1_000_000

/** A value that has parts, or is JSON itself, set out over lines; any other as it is. */
export function readable(text: string, type: string): string {
  const parts = /^(?:STRUCT|MAP|UNION|JSON|VARIANT)\b|\]$/.test(type)
  if (!parts || text.length > MOST) return text
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}
