import { ZhizhiError } from '../../contract/errors.ts'
import { mostImportBytes } from '../../contract/catalogue-exchange.ts'
import type { Drafts } from '../../domain/catalogue/exchange/draft.ts'
import { kindOf, refusedKind } from '../../domain/catalogue/exchange/file-kind.ts'
import { fromJsonLd } from '../../domain/catalogue/exchange/jsonld.ts'
import { fromWorkbook } from '../../domain/catalogue/exchange/from-workbook.ts'
import type { Workbooks } from '../ports.ts'

type Read = Extract<Drafts, { ok: true }>

export const refused = (problem: string) => new ZhizhiError('import_refused', { problem })

/** What a catalogue file holds; its first bytes say which kind it is. `import_refused`. */
export async function readFile(bytes: Uint8Array, workbooks: Workbooks): Promise<Read> {
  if (bytes.byteLength > mostImportBytes) {
    throw refused(`文件超过 ${mostImportBytes / 2 ** 20} MB，不像一份目录`)
  }
  const kind = kindOf(bytes)
  const refusal = refusedKind(kind, bytes)
  if (refusal !== undefined) throw refused(refusal)
  const read = kind === 'json' ? fromJsonLd(parsed(bytes)) : await fromXlsx(bytes, workbooks)
  if (!read.ok) throw refused(read.problem)
  if (read.drafts.length === 0) throw refused('文件里没有数据集')
  return read
}

async function fromXlsx(bytes: Uint8Array, workbooks: Workbooks): Promise<Drafts> {
  const read = await workbooks.read(bytes)
  return read.ok ? fromWorkbook(read.sheets) : read
}

function parsed(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused('文字不是 UTF-8 编码；请另存为 UTF-8')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw refused('不是完整的 JSON，文件可能没有拷贝完')
  }
}
