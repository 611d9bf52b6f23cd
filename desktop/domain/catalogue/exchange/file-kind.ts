/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'zip' | 'ole' | 'json' | 'pdf' | 'html' | 'empty' | 'other'

const starts = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (starts(bytes, [0x50, 0x4b, 3, 4])) return 'zip'
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole'
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf'
  const text = starts(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes
  const first = text.find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte))
  if (first === 0x7b || first === 0x5b) return 'json'
  return first === 0x3c ? 'html' : 'other'
}

const wanted = '请用致知导出的 .xlsx 或 .jsonld 目录文件'

/** Why a file of this kind is no catalogue; nothing where it may be one. */
export function refusedKind(kind: FileKind, bytes: Uint8Array): string | undefined {
  switch (kind) {
    case 'zip':
    case 'json':
      return undefined
    case 'empty':
      return `文件是空的；${wanted}`
    case 'ole':
      return refusedOle(bytes)
    case 'pdf':
      return `这是 PDF 文件；${wanted}`
    case 'html':
      return `这是网页或 XML 文件；${wanted}`
    case 'other':
      return `这不是工作簿，也不是 JSON；${wanted}`
  }
}

/** Whether an Office container holds an encrypted workbook. */
export const isEncryptedOle = (bytes: Uint8Array) => oleHolds(bytes, 'EncryptedPackage')

/** Old Office files and encrypted new ones share a container; the names inside tell them apart. */
function refusedOle(bytes: Uint8Array): string {
  if (isEncryptedOle(bytes)) {
    return '工作簿加了打开密码；请先去掉密码，另存后再导入'
  }
  if (oleHolds(bytes, 'WordDocument')) return `这是旧格式的 Word 文档（.doc）；${wanted}`
  return '这是旧格式的 Office 文件（如 .xls）；请用 WPS 或 Excel 另存为 .xlsx 再导入'
}

/** Whether a name stands in the container's directory, which is in UTF-16. */
export function oleHolds(bytes: Uint8Array, name: string): boolean {
  const wide = Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat()
  const [first = 0] = wide
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}

/** Why a zip with these names in it is no workbook, and what to do instead; nothing where it is one. */
export function refusedZip(
  names: ReadonlySet<string>,
  instead: string = wanted,
): string | undefined {
  if (names.has('xl/workbook.xml')) return undefined
  if (names.has('xl/workbook.bin')) return '这是 .xlsb 工作簿；请另存为 .xlsx 再导入'
  if (names.has('word/document.xml')) return `这是 Word 文档（.docx）；${instead}`
  if (names.has('ppt/presentation.xml')) return `这是演示文稿（.pptx）；${instead}`
  if (names.has('mimetype')) return '这是 OpenDocument 文件（如 .ods）；请另存为 .xlsx 再导入'
  return `这是压缩包，不是工作簿；${instead}`
}
