import { parseCsv } from '../../domain/catalogue/importing/csv.ts'
import type { SecrecyPlace } from '../../domain/catalogue/importing/scan.ts'
import { secrecyMarkIn } from '../../domain/catalogue/secrecy-mark.ts'
import { decode } from './decode.ts'
import { tableName } from './from-text.ts'
import { Refused } from './refused.ts'
import type { Source, ToRead } from './source.ts'

/** The rows as the engine unpacked them, and the marks in what the file says about itself. */
export function fromParquet({ bytes, unpacked, name, tell }: ToRead): Source {
  if (!unpacked) throw new Refused('这里不能读 Parquet；请先另存为 .csv')
  const decoded = decode(unpacked, 'utf-8', (part) => tell(part / 3))
  if (!decoded.ok) throw new Refused(decoded.problem)
  const { rows, refused } = parseCsv(decoded.text, ',', Infinity, (part) =>
    tell((1 + 2 * part) / 3),
  )
  const table = { name: tableName(name), rows, refused, even: true, headed: true }
  const facts = { encoding: null, encodings: [], delimiter: null, notes: [] }
  return { ...facts, tables: [table], secrecy: marksInFooter(bytes) }
}

/** The footer stands before its length and `PAR1`; what is escaped in its JSON is read too. */
function marksInFooter(bytes: Uint8Array): SecrecyPlace[] {
  if (bytes.length < 12) return []
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true)
  const footer = bytes.subarray(Math.max(0, bytes.length - 8 - length), bytes.length - 8)
  const text = new TextDecoder()
    .decode(footer)
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  const mark = secrecyMarkIn(text)
  return mark === undefined ? [] : [{ mark, where: 'Parquet 文件的说明' }]
}
