import { kindOf } from '../exchange/file-kind.ts'

/** How a file is read, or why it is not. */
export type Reading =
  | { readonly kind: 'workbook' | 'old-workbook' | 'text' | 'json' | 'parquet' }
  | { readonly kind: 'refused'; readonly problem: string }

const refused = (problem: string): Reading => ({ kind: 'refused', problem })
const wanted = '请用 .xlsx、.csv、.json 或 .parquet 文件'

/** What can be asked of a file beyond its beginning. */
interface Asked {
  readonly name: string
  /** Of an Office container. */
  readonly isEncrypted: () => boolean
  /** Whether a stream of this name is in an Office container. */
  readonly has: (stream: string) => boolean
}

/** By its first bytes, whatever its name says; only lines of JSON are told by the name too. */
export function readingOf(head: Uint8Array, asked: Asked): Reading {
  switch (kindOf(head)) {
    case 'empty':
      return refused('文件是空的，可能没有拷贝完；请重新拷贝')
    case 'zip':
      return { kind: 'workbook' }
    case 'ole':
      return containerReading(asked)
    case 'pdf':
      return refused(`这是 PDF，不是表格；${wanted}`)
    case 'html':
      return refused(`这是网页或 XML，不是表格；请用 WPS 或 Excel 打开，另存为 .xlsx`)
    case 'json':
      return { kind: 'json' }
    case 'other':
      return otherReading(head, asked.name)
  }
}

function containerReading({ name, isEncrypted, has }: Asked): Reading {
  if (isEncrypted()) return refused('工作簿加了打开密码；请先去掉密码，另存后再导入')
  if (has('WordDocument')) return refused(`这是旧格式的 Word 文档（.doc），不是表格；${wanted}`)
  if (has('Workbook')) return { kind: 'old-workbook' }
  return refused(
    /\.et$/i.test(name)
      ? '这是 WPS 自己的 .et 格式；请用 WPS 打开，另存为 .xlsx 再导入'
      : '这是旧格式的 Office 文件，里面没有能读的工作簿；请用 WPS 或 Excel 另存为 .xlsx',
  )
}

function otherReading(head: Uint8Array, name: string): Reading {
  if (startsWith(head, 'PAR1')) return { kind: 'parquet' }
  if (startsWith(head, 'PARE')) return refused('这是加密的 Parquet；请先解密再导入')
  if (startsWith(head, '\x1f\x8b')) return refused(`这是压缩文件；请先解压，${wanted}`)
  if (startsWith(head, 'Rar!') || startsWith(head, '7z\xbc\xaf')) {
    return refused(`这是压缩文件；请先解压，${wanted}`)
  }
  return { kind: /\.(?:ndjson|jsonl)$/i.test(name) ? 'json' : 'text' }
}

const startsWith = (head: Uint8Array, text: string) =>
  Array.from(text).every((letter, at) => head[at] === letter.charCodeAt(0))
