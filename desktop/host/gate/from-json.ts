import {
  isJsonLines,
  readJson,
  readJsonLines,
} from '../../domain/catalogue/importing/json-table.ts'
import { inTitles } from '../../domain/privacy/finding.ts'
import { maskPersonal } from '../../domain/privacy/mask.ts'
import { decode, encodings } from './decode.ts'
import { tableName } from './from-text.ts'
import { Refused } from './refused.ts'
import type { Source, ToRead } from './source.ts'

/** A list of objects, an object with such lists, or an object on every line. */
export function fromJson({ bytes, name, choices, tell }: ToRead, mostColumns: number): Source {
  const decoded = decode(bytes, choices.encoding ?? undefined, (part) => tell(part / 2))
  if (!decoded.ok) throw new Refused(decoded.problem)
  const { text, encoding, badLines, notes } = decoded
  if (badLines.size > 0) throw new Refused('文件里混有两种文字编码；请重新导出成 UTF-8 的 JSON')
  const isLines = /\.(?:ndjson|jsonl)$/i.test(name) || isJsonLines(text)
  const wanted = { name: tableName(name), mostColumns }
  const read = isLines ? readJsonLines(text, wanted) : readJson(text, wanted)
  if (!read.ok) throw new Refused(read.problem)
  const tables = read.tables.map((table) => ({
    ...table,
    name: maskPersonal(table.name, inTitles).text,
  }))
  return { tables, encoding, encodings, delimiter: null, notes, secrecy: read.secrecy }
}
