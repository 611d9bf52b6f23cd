import { packedZip } from '../packed-zip.ts'
import { readZip } from '../../workbook/zip.ts'

const limits = { entries: 5000, bytes: 1_000_000_000 }
const part = 'customXml/item1.xml'
const relations = 'word/_rels/document.xml.rels'
const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'

const content = 'word/document.xml'

/** What has lines of its own height keeps to no grid; docx can say so of letters only. */
const small = /<w:spacing w:line="(?!580")\d+" w:lineRule="exact"\/>/g

/** Puts a text into a Word file as a custom XML part, which Word keeps and does not show. */
export function withRecordPart(docx: Uint8Array, record: string): Uint8Array {
  const files = readZip(docx, () => true, limits)
  const read = (name: string) => new TextDecoder().decode(files.get(name))
  const known = read(relations)
  const link = `<Relationship Id="rIdZhizhi" Type="${kind}" Target="../${part}"/>`
  const text = (written: string) => new TextEncoder().encode(written)
  files.set(relations, text(known.replace('</Relationships>', `${link}</Relationships>`)))
  const off = '<w:snapToGrid w:val="0"/>'
  files.set(content, text(read(content).replaceAll(small, (spacing) => off + spacing)))
  files.set(
    part,
    text(
      `<?xml version="1.0" encoding="UTF-8"?>\n<zhizhi xmlns="urn:zhizhi:report">${record}</zhizhi>`,
    ),
  )
  return packedZip(files)
}

/** The part's text; nothing where there is none. */
export function recordPart(docx: Uint8Array): string {
  const files = readZip(docx, (name) => /^customXml\/item\d+\.xml$/.test(name), limits)
  return [...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n')
}
