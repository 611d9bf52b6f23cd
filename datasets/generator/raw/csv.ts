/** A CSV line (RFC 4180): a cell is quoted where it must be. */
function line(cells: readonly string[]): string {
  const quoted = cells.map((cell) =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  return quoted.join(',')
}

export function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map(line).join('\n')}\n`
}
