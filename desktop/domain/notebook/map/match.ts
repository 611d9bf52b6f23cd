/** A place that a row may be about. */
export interface Place {
  readonly code: string
  readonly name: string
}

export interface PlaceValue {
  readonly place: unknown
  readonly value: number | undefined
}

export interface Matched {
  /** By the places' codes. */
  readonly values: ReadonlyMap<string, number>
  /** Rows whose place is none of the map's, as they are written. */
  readonly unmatched: readonly string[]
  /** Places that had more than one row; the first counts. */
  readonly repeated: readonly string[]
}

const suffix =
  /(?:壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治区|街道办事处|街道|地区|省|市|区|县|镇|乡)$/u

/** A name without blanks and without what says of which kind it is. */
function shortName(name: string): string {
  const plain = name.normalize('NFKC').replaceAll(/\s+/gu, '')
  const short = plain.replace(suffix, '')
  return short.length >= 2 ? short : plain
}

/** A code without the zeros that only fill it up: 110000 is 11. */
function shortCode(text: string): string | undefined {
  const code = text.normalize('NFKC').trim()
  if (!/^\d{2,12}$/.test(code)) return undefined
  return code.length <= 2 ? code : code.replace(/(?:000000|000|0000|00)+$/, '')
}

/** Which value belongs to which place: by code, by full name, by short name. */
export function matched(places: readonly Place[], rows: readonly PlaceValue[]): Matched {
  const known = new Map<string, Place>()
  const add = (key: string | undefined, place: Place) => {
    if (key !== undefined && !known.has(key)) known.set(key, place)
  }
  for (const place of places) add(place.name, place)
  for (const place of places) add(shortName(place.name), place)
  for (const place of places) add(shortCode(place.code) ?? place.code, place)
  const values = new Map<string, number>()
  const seen = new Set<string>()
  const unmatched = new Set<string>()
  const repeated = new Set<string>()
  for (const { place: written, value } of rows) {
    const text = textOf(written)
    const place =
      known.get(text) ?? known.get(shortName(text)) ?? known.get(shortCode(text) ?? '\u0000')
    if (!place) unmatched.add(text === '' ? '（空）' : text)
    else if (seen.has(place.code)) repeated.add(place.name)
    else {
      seen.add(place.code)
      if (value !== undefined) values.set(place.code, value)
    }
  }
  return { values, unmatched: [...unmatched], repeated: [...repeated] }
}

function textOf(written: unknown): string {
  if (typeof written === 'string') return written.trim()
  return typeof written === 'number' || typeof written === 'bigint' ? String(written) : ''
}
