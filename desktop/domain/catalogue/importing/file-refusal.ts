import { kindOf } from '../exchange/file-kind.ts'

/** Whether a file is read as a workbook or as delimited text, or why it is not read. */
export type Reading =
  | { readonly kind: 'workbook' }
  | { readonly kind: 'text' }
  | { readonly kind: 'refused'; readonly problem: string }

const refused = (problem: string): Reading => ({ kind: 'refused', problem })
const wanted = '请用 .xlsx 或 .csv 文件'

/** By its first bytes, whatever its name says. `head`: the beginning; `isEncrypted` of a container. */
export function readingOf(head: Uint8Array, isEncrypted: () => boolean): Reading {
  switch (kindOf(head)) {
    case 'empty':
      return refused('文件是空的，可能没有拷贝完；请重新拷贝')
    case 'zip':
      return { kind: 'workbook' }
    case 'ole':
      return isEncrypted()
        ? refused('工作簿加了打开密码；请先去掉密码，另存后再导入')
        : refused('这是旧格式的 Office 文件（如 .xls、.et）；请用 WPS 或 Excel 另存为 .xlsx')
    case 'pdf':
      return refused(`这是 PDF，不是表格；${wanted}`)
    case 'html':
      return refused(`这是网页或 XML，不是表格；请用 WPS 或 Excel 打开，另存为 .xlsx`)
    case 'json':
      return refused(`这是 JSON，还不能导入；${wanted}`)
    case 'other':
      return startsWith(head, 'PAR1') || startsWith(head, '\x1f\x8b')
        ? refused(`这是 Parquet 或压缩文件，还不能导入；${wanted}`)
        : { kind: 'text' }
  }
}

const startsWith = (head: Uint8Array, text: string) =>
  Array.from(text).every((letter, at) => head[at] === letter.charCodeAt(0))
