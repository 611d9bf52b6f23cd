const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/**
 * Puts a text into a PDF as its attachment `report.json`: an incremental update after PDF 32000-1,
 * 7.5.6, which leaves every byte before it as it was. A PDF without a plain cross-reference table
 * (Chromium's has one) is given back as it is.
 */
export function withRecord(pdf: Uint8Array, record: string): Uint8Array {
  const all = text(pdf)
  const trailer = /trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/s.exec(all.slice(-2048))
  const [, dictionary = '', previous = ''] = trailer ?? []
  const size = Number(/\/Size\s+(\d+)/.exec(dictionary)?.[1])
  const root = Number(/\/Root\s+(\d+) 0 R/.exec(dictionary)?.[1])
  const catalogue = catalogueOf(all, root)
  if (catalogue === undefined || !Number.isInteger(size)) return pdf
  const update = new Update(pdf)
  const content = Buffer.from(record)
  update.add(size, [
    Buffer.from(`<</Type /EmbeddedFile /Subtype /application#2Fjson /Length ${content.length}>>\n`),
    Buffer.from('stream\n'),
    content,
    Buffer.from('\nendstream'),
  ])
  const name = '(report.json)'
  const spec = `<</Type /Filespec /F ${name} /UF ${name} /AFRelationship /Data /EF <</F ${size} 0 R>>>>`
  update.add(size + 1, [Buffer.from(spec)])
  const names = `/Names <</EmbeddedFiles <</Names [${name} ${size + 1} 0 R]>>>>`
  const own = catalogue.includes('/Names') ? '' : names
  update.add(root, [Buffer.from(`${catalogue}\n/AF [${size + 1} 0 R]\n${own}>>`, 'latin1')])
  const rest = dictionary.replace(/\/Size\s+\d+/, `/Size ${size + 2}`)
  return update.end(`<<${rest}\n/Prev ${previous}>>`)
}

/** The document's catalogue without its last brackets. */
function catalogueOf(all: string, root: number): string | undefined {
  const begin = all.lastIndexOf(`\n${root} 0 obj\n`)
  const end = all.indexOf('\nendobj', begin)
  if (begin < 0 || end < 0) return undefined
  const object = all.slice(all.indexOf('<<', begin), end)
  return object.endsWith('>>') ? object.slice(0, -2) : undefined
}

/** Objects written after the end of a file, and the table that tells where they are. */
class Update {
  readonly #parts: Uint8Array[]
  readonly #places: { readonly number: number; readonly at: number }[] = []
  #length: number

  constructor(file: Uint8Array) {
    this.#parts = [file]
    this.#length = file.length
  }

  add(number: number, body: readonly Uint8Array[]): void {
    this.#write(Buffer.from('\n'))
    this.#places.push({ number, at: this.#length })
    this.#write(Buffer.from(`${number} 0 obj\n`))
    for (const part of body) this.#write(part)
    this.#write(Buffer.from('\nendobj\n'))
  }

  end(trailer: string): Uint8Array {
    const start = this.#length
    const lines = this.#places.map(
      ({ number, at }) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`,
    )
    this.#write(Buffer.from(`xref\n${lines.join('')}`))
    this.#write(Buffer.from(`trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`, 'latin1'))
    return Buffer.concat(this.#parts)
  }

  #write(part: Uint8Array): void {
    this.#parts.push(part)
    this.#length += part.length
  }
}
