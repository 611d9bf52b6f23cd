import { TABLE } from './questions.ts'

/** A notebook's text with these SQL cells, `cell_0` and on. */
export function notebookOf(bodies: readonly string[]): string {
  const cells = bodies.map((body, index) => `\`\`\`sql name=cell_${index}\n${body}\n\`\`\`\n`)
  return `---\ntitle: 许多单元格\nquestion: 要多久？\ndatasets: [${TABLE.replaceAll('_', '-')}]\n---\n${cells.join('\n')}`
}

/** Queries of which each goes through the table; `mark` makes their texts differ from another notebook's. */
export function heavyCells(count: number, mark: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `SELECT street, category, count(*) AS n, avg(minutes + ${index}) AS mean
FROM ${TABLE} WHERE minutes > ${mark} GROUP BY street, category ORDER BY n DESC`,
  )
}

/** Small queries, each of which reads the one before it, in chains of so many. */
export function chainedCells(count: number, chain: number, mark: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    index % chain === 0
      ? `SELECT ${mark} AS mark, ${index} AS n`
      : `SELECT mark, n + 1 AS n FROM cell_${index - 1}`,
  )
}
