/** What a spreadsheet would take for a formula, if a cell began with it; in full width it may too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A CSV file after RFC 4180 that spreadsheets open rightly: with a byte order mark, so that Chinese
 * is read as UTF-8, and with a `'` before what they would run as a formula.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** A text with a `'` before it where a spreadsheet would take it for a formula. */
export function withoutFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = withoutFormula(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
