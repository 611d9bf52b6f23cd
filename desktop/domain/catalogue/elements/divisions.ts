/**
 * The administrative divisions of county level and above by their six digits, after GB/T 2260: two
 * for the province, two for the city, two for the county.
 */
export interface Divisions {
  /** Names by code, county level only. */
  readonly counties: ReadonlyMap<string, string>
  /** County codes, and with them the codes of their cities (`1101` + `00`) and provinces (`110000`). */
  readonly codes: ReadonlySet<string>
}

/** 台湾、香港、澳门: GB/T 2260 gives them a province's code; the list of counties leaves them out. */
const provincesWithoutCounties = ['710000', '810000', '820000']

/** Province digits that GB/T 2260 gives to no province: the fictional city's codes begin so. */
const fictional = '99'

/** Reads `divisions.csv`: lines of `code,name` after the heading; lines with `#` say the source. */
export function readDivisions(csv: string): Divisions {
  const counties = new Map<string, string>()
  for (const line of csv.split(/\r?\n/)) {
    const [, code, name] = /^(\d{6}),(.+)$/.exec(line) ?? []
    if (code && name) counties.set(code, name)
  }
  const codes = new Set(provincesWithoutCounties)
  for (const code of counties.keys()) {
    codes
      .add(code)
      .add(`${code.slice(0, 4)}00`)
      .add(`${code.slice(0, 2)}0000`)
  }
  return { counties, codes }
}

export function isFictionalDivision(code: string): boolean {
  return code.startsWith(fictional)
}

/** Whether six digits are a division's of today, or the fictional city's. */
export function isDivision({ codes }: Divisions, code: string): boolean {
  return codes.has(code) || isFictionalDivision(code)
}

/**
 * Whether the first two digits are a province's. A resident ID keeps the county code of the day when
 * it was first given, and many of those counties are no more: only the province can be held to.
 */
export function isProvince({ codes }: Divisions, code: string): boolean {
  return codes.has(`${code.slice(0, 2)}0000`) || isFictionalDivision(code)
}
