import { aggregateWords, isAggregate, qualified } from './aggregate-words.ts'
import type { Context } from './context.ts'
import { functionWords, intervalUnits } from './function-words.ts'
import { literalOf, valueLiteral, type Literal } from './literal.ts'
import { operatorWords } from './operator-words.ts'
import { ordersOf } from './order.ts'
import { condition } from './predicate.ts'
import { sqlText } from './sql-text.ts'
import { isObject, type Json, type JsonObject, listOf, textOf, textsOf } from './tree.ts'
import { windowWords } from './window.ts'
import { code, list, say, type Words } from './words.ts'

/** An expression in words; SQL where there are none for it. */
export function expression(node: Json | undefined, context: Context): Words {
  if (!isObject(node)) return code('…')
  const literal = literalOf(node)
  if (literal) return literalWords(literal)
  if (!context.spend()) return code('…')
  return worded(node, context) ?? code(sqlText(node))
}

function worded(node: JsonObject, context: Context): Words | undefined {
  switch (textOf(node, 'class')) {
    case 'COLUMN_REF':
      return context.column(node)
    case 'PARAMETER':
      return context.parameter(textOf(node, 'identifier'))
    case 'FUNCTION':
      return call(node, context)
    case 'WINDOW':
      return windowWords(node, context)
    case 'CAST':
      return cast(node, context)
    case 'CASE':
      return caseWords(node, context)
    case 'STAR':
      return star(node, context)
    case 'OPERATOR':
      return operatorWords(node, context) ?? condition(node, context)
    case 'SUBQUERY':
      if (textOf(node, 'subquery_type') === 'SCALAR') return context.subquery(node)
      return condition(node, context)
    default:
      return condition(node, context)
  }
}

export function literalWords(literal: Literal): Words {
  switch (literal.kind) {
    case 'null':
      return ['空值']
    case 'truth':
      return [literal.value ? '真' : '假']
    case 'text':
      return [literal.text === '' ? '空文本' : `“${literal.text}”`]
    case 'number':
    case 'day':
      return [literal.text]
  }
}

/** A constant as PIVOT keeps it. */
export function valueWords(value: Json | undefined): Words {
  const literal = valueLiteral(value)
  return literal ? literalWords(literal) : code('…')
}

/** The same between others: in parentheses where it is made of several parts. */
export function operand(node: Json | undefined, context: Context): Words {
  const words = expression(node, context)
  return isObject(node) && isComposed(node) ? say`（${words}）` : words
}

function isComposed(node: JsonObject): boolean {
  if (literalOf(node)) return false
  const kind = textOf(node, 'class')
  if (['COMPARISON', 'CONJUNCTION', 'CASE', 'BETWEEN', 'WINDOW'].includes(kind)) return true
  if (kind === 'OPERATOR') return textOf(node, 'type') !== 'ARRAY_EXTRACT'
  return node['is_operator'] === true && listOf(node, 'children').length > 1
}

const symbols: Readonly<Record<string, string>> = {
  '+': ' + ',
  '-': ' - ',
  '*': ' × ',
  '/': ' ÷ ',
}
const tight = ['*', '/']

/** Products inside sums need no parentheses, nor what stands on the left of its like. */
function term(node: Json | undefined, of: string, left: boolean, context: Context): Words {
  const inner = isObject(node) && node['is_operator'] === true ? textOf(node, 'function_name') : ''
  const binary = isObject(node) && listOf(node, 'children').length === 2
  const same = left && tight.includes(inner) === tight.includes(of)
  const higher = tight.includes(inner) && !tight.includes(of)
  const bare = binary && inner in symbols && (same || higher)
  return bare ? expression(node, context) : operand(node, context)
}

function call(node: JsonObject, context: Context): Words | undefined {
  const of = textOf(node, 'function_name')
  const given = listOf(node, 'children')
  const [first, second] = given
  if (node['is_operator'] === true) {
    return arithmetic(of, given, context) ?? condition(node, context)
  }
  if (of in intervalUnits) return say`${interval(first, context)}${intervalUnits[of] ?? ''}`
  if (given.some(hasLambda)) return undefined
  if (isAggregate(of)) return aggregate(node, context)
  if (of === 'list_value')
    return say`列表（${list(given.map((item) => expression(item, context)))}）`
  const literal = isObject(first) ? literalOf(first) : undefined
  const unit = literal?.kind === 'text' ? literal.text : undefined
  if (second !== undefined && of === 'struct_extract') return undefined
  const words = given.map((item) => operand(item, context))
  return functionWords(of, words, unit)
}

const hasLambda = (node: Json) => isObject(node) && node['class'] === 'LAMBDA'

function aggregate(node: JsonObject, context: Context): Words | undefined {
  const given = listOf(node, 'children').map((item) => operand(item, context))
  const words = aggregateWords(textOf(node, 'function_name'), given, node['distinct'] === true)
  if (!words) return undefined
  const filter = isObject(node['filter']) ? expression(node['filter'], context) : undefined
  const order = isObject(node['order_bys']) ? ordersOf(node['order_bys'], context) : []
  return qualified(words, filter, order)
}

function arithmetic(of: string, given: readonly Json[], context: Context): Words | undefined {
  const [left, right] = given
  if (given.length === 1) {
    if (of === '-') return say`负的${operand(left, context)}`
    return of === '+' ? operand(left, context) : undefined
  }
  if (of in symbols) {
    return [...term(left, of, true, context), symbols[of] ?? '', ...term(right, of, false, context)]
  }
  if (!['//', '%', '**', '^', '||'].includes(of)) return undefined
  const [x, y] = [operand(left, context), operand(right, context)]
  if (of === '//') return say`${x} ÷ ${y}取整`
  if (of === '%') return say`${x}除以${y}的余数`
  if (of === '**' || of === '^') return say`${x}的${y}次方`
  return say`${x}接上${y}`
}

/** `to_days(CAST(trunc(CAST(3 AS DOUBLE)) AS INTEGER))` is how the parser writes INTERVAL 3 DAY. */
function interval(node: Json | undefined, context: Context): Words {
  if (isObject(node)) {
    const inner =
      textOf(node, 'function_name') === 'trunc' ? listOf(node, 'children')[0] : node['child']
    if (inner !== undefined) return interval(inner, context)
  }
  return operand(node, context)
}

const typeNames: Readonly<Record<string, string>> = {
  BOOLEAN: '真假值',
  TINYINT: '整数',
  SMALLINT: '整数',
  INTEGER: '整数',
  BIGINT: '整数',
  HUGEINT: '整数',
  FLOAT: '小数',
  DOUBLE: '小数',
  DECIMAL: '定点小数',
  VARCHAR: '文字',
  DATE: '日期',
  TIMESTAMP: '时间',
  'TIMESTAMP WITH TIME ZONE': '带时区的时间',
  TIME: '时刻',
}

function cast(node: JsonObject, context: Context): Words | undefined {
  const type = node['cast_type']
  const to = isObject(type) ? typeNames[textOf(type, 'id')] : undefined
  if (to === undefined) return undefined
  const inner = operand(node['child'], context)
  return node['try_cast'] === true ? say`${inner}转成${to}（转不成的为空）` : say`${inner}转成${to}`
}

function caseWords(node: JsonObject, context: Context): Words {
  const checks = listOf(node, 'case_checks').filter(isObject)
  const when = checks.map(
    (check) =>
      say`${expression(check['when_expr'], context)}时为${operand(check['then_expr'], context)}`,
  )
  return say`${list(when, '，')}，否则为${operand(node['else_expr'], context)}`
}

function star(node: JsonObject, context: Context): Words | undefined {
  if (node['columns'] === true || listOf(node, 'rename_list').length > 0) return undefined
  if (isObject(node['expr']) || listOf(node, 'qualified_exclude_list').length > 0) return undefined
  const of = textOf(node, 'relation_name')
  const all = of === '' ? ['全部列'] : say`${context.relation(of)}的全部列`
  const without = textsOf(node, 'exclude_list').map((item) => context.columnNamed(item))
  const instead = listOf(node, 'replace_list').filter(isObject)
  const replaced = instead.map(
    (one) =>
      say`${context.columnNamed(textOf(one, 'key'))}换成${expression(one['value'], context)}`,
  )
  const less = without.length === 0 ? all : say`${all}（除去${list(without)}）`
  return replaced.length === 0 ? less : say`${less}，其中${list(replaced)}`
}
