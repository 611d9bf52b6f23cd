/** What a spreadsheet would take for a formula, if a cell began with it. */
const formula = /^[=+\-@\t\r]/

/**
 * A CSV file after RFC 4180 that spreadsheets open rightly: with a byte order mark, so that Chinese
 * is read as UTF-8, and with a `'` before what they would run as a formula.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
