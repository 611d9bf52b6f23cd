import type { Context } from './context.ts'
import { literalOf } from './literal.ts'
import { isObject, type Json, type JsonObject, listOf, textOf } from './tree.ts'
import { list, say, type Words } from './words.ts'

const relations: Readonly<Record<string, string>> = {
  COMPARE_EQUAL: '等于',
  COMPARE_NOTEQUAL: '不等于',
  COMPARE_LESSTHAN: '小于',
  COMPARE_GREATERTHAN: '大于',
  COMPARE_LESSTHANOREQUALTO: '不大于',
  COMPARE_GREATERTHANOREQUALTO: '不小于',
}

/** For days, before and after say more than more and less. */
const ofDays: Readonly<Record<string, string>> = {
  COMPARE_LESSTHAN: '早于',
  COMPARE_GREATERTHAN: '晚于',
  COMPARE_LESSTHANOREQUALTO: '不晚于',
  COMPARE_GREATERTHANOREQUALTO: '不早于',
}

const ofTexts: Readonly<Record<string, string>> = { COMPARE_EQUAL: '是', COMPARE_NOTEQUAL: '不是' }

/** Something that holds or does not, in words; `undefined` where there are none for it. */
export function condition(node: JsonObject, context: Context): Words | undefined {
  switch (textOf(node, 'class')) {
    case 'COMPARISON':
      return comparison(node, context)
    case 'CONJUNCTION': {
      const or = textOf(node, 'type') === 'CONJUNCTION_OR'
      const parts = listOf(node, 'children').map((part) => conjunct(part, context))
      return list(parts, or ? '，或者' : '，并且')
    }
    case 'BETWEEN':
      return say`${context.operand(node['input'])}在${context.operand(node['lower'])}到${context.operand(node['upper'])}之间（含两端）`
    case 'OPERATOR':
      return operator(node, context)
    case 'FUNCTION':
      return likeness(node, context)
    case 'SUBQUERY':
      return membership(node, context, false)
    default:
      return undefined
  }
}

function conjunct(node: Json, context: Context): Words {
  const words = context.words(node)
  return isObject(node) && node['class'] === 'CONJUNCTION' ? say`（${words}）` : words
}

function comparison(node: JsonObject, context: Context): Words | undefined {
  const { left, right } = node
  const type = textOf(node, 'type')
  const [x, y] = [context.operand(left), context.operand(right)]
  if (type === 'COMPARE_DISTINCT_FROM') return say`${x}与${y}不同（空值也算一个值）`
  if (type === 'COMPARE_NOT_DISTINCT_FROM') return say`${x}与${y}相同（空值也算一个值）`
  const kind = isObject(right) ? literalOf(right)?.kind : undefined
  const special = kind === 'day' ? ofDays : kind === 'text' || kind === 'truth' ? ofTexts : {}
  const word = special[type] ?? relations[type]
  return word === undefined ? undefined : say`${x}${word}${y}`
}

function operator(node: JsonObject, context: Context): Words | undefined {
  const [first, ...rest] = listOf(node, 'children')
  const x = () => context.operand(first)
  switch (textOf(node, 'type')) {
    case 'OPERATOR_IS_NULL':
      return say`${x()}为空`
    case 'OPERATOR_IS_NOT_NULL':
      return say`${x()}不为空`
    case 'COMPARE_IN':
      return among(x(), rest, context, '是')
    case 'COMPARE_NOT_IN':
      return among(x(), rest, context, '不是')
    case 'OPERATOR_NOT':
      return negation(first, context)
    default:
      return undefined
  }
}

function among(x: Words, given: readonly Json[], context: Context, verb: string): Words {
  const values = given.map((item) => context.operand(item))
  const [only] = values
  if (values.length === 1 && only) {
    // a parameter may be a list
    const [item] = given
    const isParameter = isObject(item) && item['class'] === 'PARAMETER'
    if (isParameter) return say`${x}${verb === '是' ? '在' : '不在'}${only}之中`
    return say`${x}${verb}${only}`
  }
  return say`${x}${verb}${list(values)}之一`
}

function negation(node: Json | undefined, context: Context): Words {
  if (isObject(node)) {
    const [inner] = listOf(node, 'children')
    const type = textOf(node, 'type')
    if (type === 'OPERATOR_IS_NULL') return say`${context.operand(inner)}不为空`
    if (node['class'] === 'SUBQUERY') {
      const words = membership(node, context, true)
      if (words) return words
    }
  }
  return say`不满足（${context.words(node)}）`
}

const opposite: Readonly<Record<string, string>> = {
  COMPARE_LESSTHAN: 'COMPARE_GREATERTHANOREQUALTO',
  COMPARE_GREATERTHAN: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_GREATERTHAN',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_LESSTHAN',
  COMPARE_EQUAL: 'COMPARE_NOTEQUAL',
  COMPARE_NOTEQUAL: 'COMPARE_EQUAL',
}

/** EXISTS and comparisons with the rows of a subquery; `x > ALL` arrives as NOT `x <= ANY`. */
function membership(node: JsonObject, context: Context, not: boolean): Words | undefined {
  const kind = textOf(node, 'subquery_type')
  const of = context.subquery(node)
  if (kind === 'EXISTS') return not ? say`${of}里没有行` : say`${of}里有行`
  if (kind === 'NOT_EXISTS') return not ? say`${of}里有行` : say`${of}里没有行`
  if (kind !== 'ANY') return undefined
  const x = context.operand(node['child'])
  const type = textOf(node, 'comparison_type')
  if (type === 'COMPARE_EQUAL') return not ? say`${x}不在${of}之中` : say`${x}在${of}之中`
  const word = relations[not ? (opposite[type] ?? '') : type]
  if (word === undefined) return undefined
  return not ? say`${x}${word}${of}的每一个值` : say`${x}${word}${of}的任意一个值`
}

const likes: Readonly<Record<string, readonly [not: boolean, fold: boolean]>> = {
  '~~': [false, false],
  '!~~': [true, false],
  '~~*': [false, true],
  '!~~*': [true, true],
}

function likeness(node: JsonObject, context: Context): Words | undefined {
  const like = likes[textOf(node, 'function_name')]
  const [left, right] = listOf(node, 'children')
  if (!like || right === undefined) return undefined
  const [not, anyCase] = like
  const x = context.operand(left)
  const literal = isObject(right) ? literalOf(right) : undefined
  const simple = literal?.kind === 'text' ? pattern(literal.text, not) : undefined
  const [no, tail] = [not ? '不' : '', anyCase ? '（不分大小写）' : '']
  if (simple !== undefined) return say`${x}${simple}${tail}`
  const explained = anyCase
    ? '（% 为任意一段，_ 为任意一字，不分大小写）'
    : '（% 为任意一段，_ 为任意一字）'
  return say`${x}${no}符合样式${context.operand(right)}${explained}`
}

/** The usual patterns in words: `甲%`, `%甲`, `%甲%`. */
function pattern(text: string, not: boolean): string | undefined {
  const found = /^(%?)([^%_\\]+)(%?)$/su.exec(text)
  if (!found) return undefined
  const [, before, middle = '', after] = found
  if (before && after) return `${not ? '不含' : '含有'}“${middle}”`
  if (after) return `${not ? '不以' : '以'}“${middle}”开头`
  if (before) return `${not ? '不以' : '以'}“${middle}”结尾`
  return `${not ? '不是' : '是'}“${middle}”`
}
