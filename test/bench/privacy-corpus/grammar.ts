import type { Draw } from './draw.ts'
import { isGoldKind, type GoldText, type Range, type Span } from './gold.ts'

/**
 * What a slot may become: one of several templates, or what a function makes.
 *
 * In a template `{slot}` is filled in plainly; `{@kind}` and `{@kind.variant}` are gold of that kind;
 * what `{?slot}` becomes counts neither for nor against. `{slot#1}` is the same text wherever it
 * stands again in a document.
 */
export type Rule = readonly string[] | ((draw: Draw) => string)
export type Grammar = Readonly<Record<string, Rule>>

const slot = /\{([@?]?)([a-z][\w.]*)(#\d)?\}/gi

class Writer {
  text = ''
  readonly spans: Span[] = []
  readonly ignored: Range[] = []
  private readonly remembered = new Map<string, string>()

  private readonly grammar: Grammar
  private readonly draw: Draw

  constructor(grammar: Grammar, draw: Draw) {
    this.grammar = grammar
    this.draw = draw
  }

  write(template: string): void {
    let at = 0
    for (const match of template.matchAll(slot)) {
      this.text += template.slice(at, match.index)
      this.fill(match[1] ?? '', match[2] ?? '', match[3])
      at = match.index + match[0].length
    }
    this.text += template.slice(at)
  }

  private fill(sign: string, name: string, memory: string | undefined): void {
    const start = this.text.length
    if (sign === '') {
      this.expand(name, memory)
      return
    }
    this.text += this.plainly(name, memory)
    const range = { start, end: this.text.length }
    if (sign === '?') this.ignored.push(range)
    else this.spans.push({ kind: kindOf(name), ...range })
  }

  /** The slot with whatever gold lies in it. */
  private expand(name: string, memory: string | undefined): void {
    if (memory !== undefined) this.text += this.plainly(name, memory)
    else this.write(this.choose(name))
  }

  /** The slot's text alone; marks inside are left out, since the whole of it is marked. */
  private plainly(name: string, memory: string | undefined): string {
    const key = name + (memory ?? '')
    const known = memory === undefined ? undefined : this.remembered.get(key)
    if (known !== undefined) return known
    const inner = new Writer(this.grammar, this.draw)
    inner.write(this.choose(name))
    if (memory !== undefined) this.remembered.set(key, inner.text)
    return inner.text
  }

  private choose(name: string): string {
    const rule = this.grammar[name]
    if (rule === undefined) throw new RangeError(`no rule for ${name}`)
    return typeof rule === 'function' ? rule(this.draw) : this.draw.pick(rule)
  }
}

function kindOf(name: string): Span['kind'] {
  const kind = name.split('.')[0] ?? ''
  if (!isGoldKind(kind)) throw new RangeError(`no kind ${kind}`)
  return kind
}

/** A text by the grammar, with what is personal in it. */
export function writeText(template: string, grammar: Grammar, draw: Draw): GoldText {
  const writer = new Writer(grammar, draw)
  writer.write(template)
  const { text, spans, ignored } = writer
  return { text, spans, ignored }
}
