/** A figure beside its peer's, measured in the same run. */
export interface Figure {
  readonly name: string
  readonly [quantity: string]: string | number | null
}

/** Figures as the lines of a Markdown table; a column is there where any figure has the quantity. */
export function figureTable(figures: readonly Figure[]): string[] {
  if (figures.length === 0) return []
  const names = [...new Set(figures.flatMap((figure) => Object.keys(figure)))]
  const isNumber = names.map((name) => figures.some((figure) => typeof figure[name] === 'number'))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(names),
    line(isNumber.map((number) => (number ? '---:' : '---'))),
    ...figures.map((figure) => line(names.map((name) => written(figure[name])))),
    '',
  ]
}

function written(value: string | number | null | undefined): string {
  if (typeof value === 'number') return round(value)
  return (value ?? '').replaceAll('|', '\\|')
}

function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
