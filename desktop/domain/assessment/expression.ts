/** What an expression of an item's template works on. */
export type Value = number | string | boolean | readonly Value[] | { readonly [key: string]: Value }

/** Names that an expression may use. */
export type Scope = Readonly<Record<string, Value>>

/** An expression that cannot be read or computed; its message is for the author. */
export class ExpressionError extends Error {}

type Node =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'field'; readonly of: Node; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'unary'; readonly sign: '-' | 'not'; readonly of: Node }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Node; readonly right: Node }

/** Binding powers: the higher binds closer. */
const powers: Readonly<Record<string, number>> = {
  ...{ or: 1, and: 2, '=': 4, '!=': 4, '<': 4, '<=': 4, '>': 4, '>=': 4 },
  ...{ '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 },
}
const notPower = 3
const minusPower = 7

interface Piece {
  readonly kind: 'number' | 'text' | 'name' | 'sign'
  readonly text: string
}

function piecesOf(source: string): Piece[] {
  const pattern =
    /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|([\p{L}_][\p{L}\p{N}_]*)|(!=|<=|>=|[-+*/%=<>(),.]))/uy
  const pieces: Piece[] = []
  const text = source.trimEnd()
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex
    const [, number, quoted, name, sign] = pattern.exec(text) ?? []
    if (number !== undefined) pieces.push({ kind: 'number', text: number })
    else if (quoted !== undefined) pieces.push({ kind: 'text', text: quoted })
    else if (name !== undefined) pieces.push({ kind: 'name', text: name })
    else if (sign !== undefined) pieces.push({ kind: 'sign', text: sign })
    else throw new ExpressionError(`“${text.slice(from).trim()}”读不懂`)
  }
  return pieces
}

/** Reads by operator precedence (V. R. Pratt, 1973). */
class Reader {
  readonly #pieces: readonly Piece[]
  #at = 0

  constructor(source: string) {
    this.#pieces = piecesOf(source)
  }

  whole(): Node {
    const node = this.#expression(0)
    const rest = this.#pieces[this.#at]
    if (rest) throw new ExpressionError(`“${rest.text}”放错了地方`)
    return node
  }

  #expression(power: number): Node {
    let left = this.#prefix()
    for (;;) {
      const sign = this.#pieces[this.#at]?.text ?? ''
      const own = this.#isSign() ? powers[sign] : undefined
      if (own === undefined || own <= power) return left
      this.#at += 1
      left = { kind: 'binary', sign, left, right: this.#expression(own) }
    }
  }

  #isSign(): boolean {
    const piece = this.#pieces[this.#at]
    return piece?.kind === 'sign' || piece?.text === 'and' || piece?.text === 'or'
  }

  #prefix(): Node {
    const piece = this.#pieces[this.#at]
    this.#at += 1
    if (piece?.kind === 'number') return { kind: 'value', value: Number(piece.text) }
    if (piece?.kind === 'text') return { kind: 'value', value: piece.text }
    if (piece?.text === 'not') return { kind: 'unary', sign: 'not', of: this.#expression(notPower) }
    if (piece?.text === '-') return { kind: 'unary', sign: '-', of: this.#expression(minusPower) }
    if (piece?.text === '(') {
      const inner = this.#expression(0)
      this.#expect(')')
      return inner
    }
    if (piece?.kind === 'name') return this.#fields(this.#named(piece.text))
    throw new ExpressionError(piece ? `“${piece.text}”放错了地方` : '式子没有写完')
  }

  #named(name: string): Node {
    if (!this.#take('(')) return { kind: 'name', name }
    const args: Node[] = []
    if (this.#take(')')) return { kind: 'call', name, args }
    do args.push(this.#expression(0))
    while (this.#take(','))
    this.#expect(')')
    return { kind: 'call', name, args }
  }

  #fields(node: Node): Node {
    let of = node
    while (this.#take('.')) {
      const name = this.#pieces[this.#at]
      if (name?.kind !== 'name') throw new ExpressionError('“.”后面要写字段名')
      this.#at += 1
      of = { kind: 'field', of, name: name.text }
    }
    return of
  }

  #take(sign: string): boolean {
    const piece = this.#pieces[this.#at]
    if (piece?.kind !== 'sign' || piece.text !== sign) return false
    this.#at += 1
    return true
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw new ExpressionError(`少一个“${sign}”`)
  }
}

const asNumber = (value: Value | undefined): number => {
  if (typeof value === 'number') return value
  throw new ExpressionError('这里要一个数')
}
const asList = (value: Value | undefined): readonly Value[] => {
  if (Array.isArray(value)) return value as readonly Value[]
  throw new ExpressionError('这里要一个列表')
}

/** Text of a value; numbers without the tail that adding decimals leaves. */
export function textOf(value: Value): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(12)))
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  throw new ExpressionError('列表和记录不能直接写进文字')
}

/** Halves go away from zero, as people round; the last binary digits do not count. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  const scaled = Number((Math.abs(value) * scale).toPrecision(15))
  return (Math.sign(value) * Math.round(scaled)) / scale
}

const total = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

const functions: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  round: ([x, d = 0]) => rounded(asNumber(x), asNumber(d)),
  floor: ([x]) => Math.floor(asNumber(x)),
  ceil: ([x]) => Math.ceil(asNumber(x)),
  abs: ([x]) => Math.abs(asNumber(x)),
  min: (args) => Math.min(...args.map(asNumber)),
  max: (args) => Math.max(...args.map(asNumber)),
  sum: ([list]) => total(asList(list).map(asNumber)),
  mean: ([list]) => total(asList(list).map(asNumber)) / asList(list).length,
  len: ([list]) => asList(list).length,
  sorted: ([list]) =>
    asList(list)
      .map(asNumber)
      .sort((one, other) => one - other),
  at([list, n]) {
    const found = asList(list)[asNumber(n) - 1]
    if (found === undefined) throw new ExpressionError(`列表没有第 ${asNumber(n)} 项`)
    return found
  },
  fixed: ([x, d = 0]) => rounded(asNumber(x), asNumber(d)).toFixed(asNumber(d)),
  thousands: ([x]) => asNumber(x).toLocaleString('en-US'),
  join: ([list, between = '、']) => asList(list).map(textOf).join(textOf(between)),
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
}
const order: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => asNumber(a) < asNumber(b),
  '<=': (a, b) => asNumber(a) <= asNumber(b),
  '>': (a, b) => asNumber(a) > asNumber(b),
  '>=': (a, b) => asNumber(a) >= asNumber(b),
}

function compute(node: Node, scope: Scope): Value {
  switch (node.kind) {
    case 'value':
      return node.value
    case 'name':
      return own(scope, node.name)
    case 'field': {
      const of = compute(node.of, scope)
      if (typeof of !== 'object' || Array.isArray(of)) throw new ExpressionError('这里要一个记录')
      return own(of as Scope, node.name)
    }
    case 'call':
      return called(node.name, node.args, scope)
    case 'unary': {
      const of = compute(node.of, scope)
      return node.sign === 'not' ? !isTrue(of) : -asNumber(of)
    }
    case 'binary':
      return combined(node, scope)
  }
}

function own(scope: Scope, name: string): Value {
  if (name === 'true' || name === 'false') return name === 'true'
  const value = Object.hasOwn(scope, name) ? scope[name] : undefined
  if (value === undefined) throw new ExpressionError(`没有“${name}”这个名字`)
  return value
}

function called(name: string, args: readonly Node[], scope: Scope): Value {
  if (name === 'if') {
    const [condition, yes, no] = args
    if (!condition || !yes || !no) throw new ExpressionError('if 要写三项')
    return compute(isTrue(compute(condition, scope)) ? yes : no, scope)
  }
  const call = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (!call) throw new ExpressionError(`没有“${name}()”这个函数`)
  return finite(call(args.map((arg) => compute(arg, scope))))
}

function combined({ sign, left, right }: Extract<Node, { kind: 'binary' }>, scope: Scope): Value {
  const first = compute(left, scope)
  if (sign === 'and') return isTrue(first) && isTrue(compute(right, scope))
  if (sign === 'or') return isTrue(first) || isTrue(compute(right, scope))
  const second = compute(right, scope)
  const compare = order[sign]
  if (compare) return compare(first, second)
  const text = typeof first === 'string' || typeof second === 'string'
  if (sign === '+' && text) return textOf(first) + textOf(second)
  return finite(arithmetic[sign]?.(asNumber(first), asNumber(second)) ?? NaN)
}

function isTrue(value: Value): boolean {
  if (typeof value === 'boolean') return value
  throw new ExpressionError('这里要一个真假')
}

function finite(value: Value): Value {
  if (typeof value !== 'number' || Number.isFinite(value)) return value
  throw new ExpressionError('算不出数来（除以零？）')
}

/** Computes an expression. Throws an {@link ExpressionError} where it cannot. */
export function evaluate(source: string, scope: Scope): Value {
  return compute(new Reader(source).whole(), scope)
}

/** Fills `{{expression}}` into a text; one that is nothing else keeps its type. */
export function filled(text: string, scope: Scope): Value {
  const whole = /^\{\{((?:(?!\}\}).)*)\}\}$/su.exec(text.trim())?.[1]
  if (whole !== undefined) return evaluate(whole, scope)
  return text.replaceAll(/\{\{(.*?)\}\}/gsu, (_, inner: string) => textOf(evaluate(inner, scope)))
}

/** The same in everything that a YAML value holds. */
export function filledAll(raw: unknown, scope: Scope): unknown {
  if (typeof raw === 'string') return raw.includes('{{') ? filled(raw, scope) : raw
  if (Array.isArray(raw)) return raw.map((one) => filledAll(one, scope))
  if (typeof raw !== 'object' || raw === null) return raw
  return Object.fromEntries(Object.entries(raw).map(([key, one]) => [key, filledAll(one, scope)]))
}
