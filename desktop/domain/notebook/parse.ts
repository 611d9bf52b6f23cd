import { cut, type RawBlock, type RawCell, type RawHead } from './blocks.ts'
import { checkReferences } from './references.ts'
import { readContent } from './cell-content.ts'
import { readInfo, type FenceInfo } from './fence-info.ts'
import { emptyHead, headSchema } from './head.ts'
import { lineAt } from './lines.ts'
import { fold, isName } from './name.ts'
import type { Block, BrokenCell, Cell, FrontMatter, Notebook, TextSpan } from './notebook.ts'
import type { Fault, Problem } from './problem.ts'
import { readYaml } from './yaml-part.ts'

/** Reads a notebook. It never fails: whatever is wrong is in `problems`, the rest can be used. */
export function parseNotebook(text: string): Notebook {
  const reader = new Reader(text)
  const cuts = cut(text)
  const head = reader.head(cuts.find((block) => block.kind === 'head'))
  const blocks = cuts.flatMap((block) => reader.block(block, head.params))
  const found = checkReferences({ text, head, blocks })
  const refused = found.flatMap(({ broken }) => (broken === undefined ? [] : [broken]))
  return {
    text,
    head,
    blocks: blocks.map((block) => refuse(block, refused)),
    problems: sorted([...reader.problems, ...found]),
  }
}

/** A chart or a card that reads what it may not is not drawn. */
function refuse(block: Block, refused: readonly string[]): Block {
  const reads = block.kind === 'chart' || block.kind === 'value' || block.kind === 'map'
  if (!reads || !refused.includes(block.name)) return block
  const { kind: was, span, line, name, body, bodySpan } = block
  return { kind: 'broken', was, span, line, name, body, bodySpan }
}

const sorted = (problems: Problem[]) => problems.toSorted((a, b) => a.at.from - b.at.from)

class Reader {
  readonly problems: Problem[] = []
  readonly #text: string
  readonly #names = new Set<string>()
  #unnamed = 0

  constructor(text: string) {
    this.#text = text
  }

  head(raw: RawHead | undefined): FrontMatter & { span: TextSpan } {
    if (!raw) {
      this.#report({ kind: 'head-missing' }, { from: 0, to: 0 })
      return { ...emptyHead, span: { from: 0, to: 0 } }
    }
    const { span, body } = raw
    if (!raw.closed) this.#report({ kind: 'head-open' }, span)
    const read = readYaml(this.#text.slice(body.from, body.to), headSchema)
    if (read.ok) return { ...read.value, span }
    if (raw.closed)
      this.#report({ kind: 'head-wrong', detail: read.detail }, this.#restOfLine(body, read.offset))
    return { ...emptyHead, span }
  }

  block(raw: RawBlock, params: FrontMatter['params']): Block[] {
    if (raw.kind === 'head') return []
    const { kind, span, line } = raw
    if (kind === 'prose') {
      return [{ kind, span, line, text: this.#text.slice(span.from, span.to) }]
    }
    return [this.#cell(raw, params)]
  }

  #cell(raw: RawCell, params: FrontMatter['params']): Cell {
    const info = readInfo(raw.info)
    const bodySpan = withoutLastLineEnd(this.#text, raw.body)
    const body = this.#text.slice(bodySpan.from, bodySpan.to)
    const name = this.#nameOf(raw, info)
    const broken: BrokenCell = {
      kind: 'broken',
      was: raw.kind,
      span: raw.span,
      line: raw.line,
      name: name.text,
      body,
      bodySpan,
    }
    const opening = { from: raw.span.from, to: raw.body.from }
    const fail = (fault: Fault, at: TextSpan = opening): BrokenCell => {
      this.#report(fault, at, name.text)
      return broken
    }
    if (!raw.closed) return fail({ kind: 'fence-open', cell: raw.kind })
    if (name.fault) return fail(name.fault)
    if (info.wrong !== undefined) return fail({ kind: 'attribute-wrong', attribute: info.wrong })
    if (body.trim() === '' && raw.kind !== 'input') {
      return fail({ kind: 'cell-empty', name: name.text })
    }
    const content = readContent(broken, info, params[name.text])
    if ('kind' in content) return content
    const at = content.offset === undefined ? opening : this.#restOfLine(bodySpan, content.offset)
    return fail(content.fault, at)
  }

  /** Charts and cards need no name: nothing refers to them. */
  #nameOf(raw: RawCell, { name }: FenceInfo): { text: string; fault?: Fault } {
    if (name === undefined) {
      this.#unnamed += 1
      const text = `${raw.kind}_${this.#unnamed}`
      if (raw.kind === 'chart' || raw.kind === 'value' || raw.kind === 'map') return { text }
      return { text, fault: { kind: 'name-missing', cell: raw.kind } }
    }
    if (!isName(name)) return { text: name, fault: { kind: 'name-wrong', name } }
    const folded = fold(name)
    if (this.#names.has(folded)) return { text: name, fault: { kind: 'name-taken', name } }
    this.#names.add(folded)
    return { text: name }
  }

  /** From a place in a cell's body to the end of its line. */
  #restOfLine(body: TextSpan, offset: number): TextSpan {
    const from = Math.min(body.from + offset, body.to)
    const rest = /^[^\r\n]*/.exec(this.#text.slice(from, body.to))?.[0] ?? ''
    return { from, to: from + rest.length }
  }

  #report(fault: Fault, at: TextSpan, broken?: string): void {
    const problem = { ...fault, line: lineAt(this.#text, at.from), at }
    this.problems.push(broken === undefined ? problem : { ...problem, broken })
  }
}

function withoutLastLineEnd(text: string, { from, to }: TextSpan): TextSpan {
  const ending = /(?:\r\n|\n|\r)$/.exec(text.slice(from, to))?.[0] ?? ''
  return { from, to: to - ending.length }
}
