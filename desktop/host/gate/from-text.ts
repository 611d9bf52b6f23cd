import { tablesIn } from '../../domain/catalogue/importing/blocks.ts'
import { guessDelimiter, parseCsv } from '../../domain/catalogue/importing/csv.ts'
import type { RawRow, RawTable, RefusedRow } from '../../domain/catalogue/importing/raw-table.ts'
import { inTitles } from '../../domain/privacy/finding.ts'
import { maskPersonal } from '../../domain/privacy/mask.ts'
import { decode, encodings } from './decode.ts'
import { Refused } from './refused.ts'
import type { Source, ToRead } from './source.ts'

/** What a table of a file is called that has only one; numbers of people are masked. */
export const tableName = (fileName: string) =>
  maskPersonal(fileName.replace(/\.[^.]*$/, ''), inTitles).text

/** Delimited text in any of the encodings. */
export function fromText({ bytes, name, choices, tell }: ToRead): Source {
  const decoded = decode(bytes, choices.encoding ?? undefined, (part) => tell(part / 3))
  if (!decoded.ok) throw new Refused(decoded.problem)
  const { text, encoding, badLines, notes } = decoded
  const delimiter = choices.delimiter ?? guessDelimiter(text)
  const parsed = parseCsv(text, delimiter, Infinity, (part) => tell((1 + 2 * part) / 3))
  const apart = withoutBadLines(parsed.rows, badLines)
  const table: RawTable = {
    name: tableName(name),
    rows: apart.rows,
    refused: [...parsed.refused, ...apart.refused],
    even: true,
    signs: parsed.signs,
  }
  if (table.rows.length === 0) throw new Refused('文件里没有一行能读的内容')
  const mixed = badLines.size > 0 ? [`有 ${badLines.size} 行的文字编码和别的行不同，没有导入`] : []
  const facts = { encoding, encodings, delimiter, secrecy: [] }
  return { ...facts, tables: tablesIn(table), notes: [...notes, ...mixed] }
}

/** Rows that touch a line in another encoding are refused. */
function withoutBadLines(rows: readonly RawRow[], bad: ReadonlySet<number>) {
  if (bad.size === 0) return { rows, refused: [] }
  const kept: RawRow[] = []
  const refused: RefusedRow[] = []
  rows.forEach((row, at) => {
    const end = rows[at + 1]?.line ?? row.line + 1
    let isBad = false
    for (let line = row.line; line < end; line += 1) isBad ||= bad.has(line)
    if (isBad) refused.push({ line: row.line, reason: '文字编码和别的行不同' })
    else kept.push(row)
  })
  return { rows: kept, refused }
}
