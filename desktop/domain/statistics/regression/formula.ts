import type { Sentence } from '../../notebook/problem.ts'

/** A column as a model uses it. */
export interface Factor {
  readonly column: string
  /** `plain` is numbers as they are, or categories where the column is text. */
  readonly use: 'plain' | 'category' | 'log'
  readonly power: number
}

export interface Formula {
  readonly response: Factor
  /** Each a product of factors, main effects before products. */
  readonly terms: readonly (readonly Factor[])[]
  readonly intercept: boolean
}

export type Parsed =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly why: Sentence }

class FormulaError extends Error {
  readonly why: Sentence
  constructor(zh: string, en: string) {
    super(en)
    this.why = { zh, en }
  }
}

/** Powers beyond this are no model of anything. */
const mostPower = 12

/**
 * `y ~ x1 + I(x2^2) + poly(x3, 2) + log(x4) + factor(street) + a:b + a*b - 1`. A closed language of
 * names: nothing in it is run. Names that are no words stand in backticks.
 */
export function parseFormula(text: string): Parsed {
  try {
    return { ok: true, formula: new Reader(tokensOf(text)).formula() }
  } catch (error) {
    if (error instanceof FormulaError) return { ok: false, why: error.why }
    throw error
  }
}

interface Token {
  readonly kind: 'name' | 'number' | 'sign' | 'end'
  readonly text: string
}

const tokenPattern =
  /\s+|(?<quoted>`[^`]+`|"[^"]+")|(?<number>\d+(?:\.\d+)?)|(?<name>[\p{L}_.][\p{L}\p{M}\p{N}_.]*)|(?<sign>\*\*|[~+\-*:^(),])|(?<other>.)/gsu

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { groups } of text.matchAll(tokenPattern)) {
    const { quoted, number, name, sign, other } = groups ?? {}
    if (quoted !== undefined) tokens.push({ kind: 'name', text: quoted.slice(1, -1) })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign === '**' ? '^' : sign })
    else if (other !== undefined) {
      throw new FormulaError(
        `公式里不能有“${other}”。列名里有符号时，请用反引号括起来。`,
        `A formula cannot have “${other}” in it. Put a name with signs in backticks.`,
      )
    }
  }
  return tokens
}

const end: Token = { kind: 'end', text: '' }

class Reader {
  private at = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  formula(): Formula {
    const [response, more] = this.atom()
    if (!response || more !== undefined) throw this.wrong()
    this.take('~')
    const terms = new Map<string, readonly Factor[]>()
    let intercept = true
    let adds = true
    do {
      const next = this.peek()
      if (next.kind === 'number') {
        this.at++
        if (next.text !== '0' && next.text !== '1') throw this.wrong(next)
        intercept = adds === (next.text === '1')
      } else {
        for (const term of this.products()) {
          if (adds) terms.set(keyOf(term), term)
          else terms.delete(keyOf(term))
        }
      }
      adds = this.peek().text === '+'
    } while (this.skip('+') || this.skip('-'))
    if (this.peek() !== end) throw this.wrong()
    const ordered = [...terms.values()].sort((a, b) => a.length - b.length)
    return { response, terms: ordered, intercept }
  }

  /** `a:b` is the product, `a*b` stands for `a + b + a:b`. */
  private products(): Factor[][] {
    let terms = this.atom().map((factor) => [factor])
    for (;;) {
      const crossed = this.skip('*')
      if (!crossed && !this.skip(':')) return terms
      const right = this.atom().map((factor) => [factor])
      const both = terms.flatMap((left) => right.map((other) => [...left, ...other]))
      terms = crossed ? [...terms, ...right, ...both] : both
    }
  }

  private atom(): Factor[] {
    const token = this.peek()
    if (token.kind !== 'name') throw this.wrong()
    this.at++
    if (this.peek().text !== '(' || this.peek().kind !== 'sign') return [this.raised(token.text)]
    this.at++
    const column = this.name()
    const made = this.called(token.text, column)
    this.take(')')
    return made
  }

  private called(word: string, column: string): Factor[] {
    switch (word) {
      case 'I':
        return [this.raised(column)]
      case 'factor':
      case 'C':
        return [{ column, use: 'category', power: 1 }]
      case 'log':
        return [{ column, use: 'log', power: 1 }]
      case 'poly': {
        this.take(',')
        const degree = this.whole()
        return Array.from({ length: degree }, (_, at) => ({ column, use: 'plain', power: at + 1 }))
      }
      default:
        throw new FormulaError(
          `公式里没有“${word}(…)”。可以用 factor、I、poly 和 log。`,
          `A formula has no “${word}(…)”. It knows factor, I, poly and log.`,
        )
    }
  }

  private raised(column: string): Factor {
    return { column, use: 'plain', power: this.skip('^') ? this.whole() : 1 }
  }

  private whole(): number {
    const token = this.peek()
    const value = Number(token.text)
    if (token.kind !== 'number' || !Number.isInteger(value) || value < 1 || value > mostPower) {
      throw new FormulaError(
        `次数要是 1 到 ${mostPower} 的整数。`,
        `A power must be a whole number from 1 to ${mostPower}.`,
      )
    }
    this.at++
    return value
  }

  private name(): string {
    const token = this.peek()
    if (token.kind !== 'name') throw this.wrong()
    this.at++
    return token.text
  }

  private peek(): Token {
    return this.tokens[this.at] ?? end
  }

  private skip(sign: string): boolean {
    const found = this.peek().kind === 'sign' && this.peek().text === sign
    if (found) this.at++
    return found
  }

  private take(sign: string): void {
    if (!this.skip(sign)) throw this.wrong()
  }

  private wrong(token = this.peek()): FormulaError {
    return token === end
      ? new FormulaError('公式没有写完。', 'The formula stops too early.')
      : new FormulaError(
          `公式里的“${token.text}”放错了地方。`,
          `“${token.text}” is out of place in the formula.`,
        )
  }
}

/** The same product in any order is one term. */
const keyOf = (term: readonly Factor[]) =>
  term
    .map(({ column, use, power }) => JSON.stringify([column, use, power]))
    .sort()
    .join(':')

/** The columns that a formula reads, the response first. */
export function columnsOf({ response, terms }: Formula): string[] {
  return [...new Set([response.column, ...terms.flat().map(({ column }) => column)])]
}
