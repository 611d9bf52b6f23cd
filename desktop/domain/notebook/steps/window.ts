import { aggregateWords } from './aggregate-words.ts'
import type { Context } from './context.ts'
import { ordersOf } from './order.ts'
import { isObject, type JsonObject, listOf, textOf } from './tree.ts'
import { list, say, type Words } from './words.ts'

/** A window function in words: within which rows, in what order, what; `undefined` where there are none. */
export function windowWords(node: JsonObject, context: Context): Words | undefined {
  if (listOf(node, 'arg_orders').length > 0) return undefined
  const keys = listOf(node, 'partitions').map((key) => context.operand(key))
  const orders = ordersOf(node, context)
  const place = ranked(node, context) ?? shifted(node, context)
  const value = place ?? framed(node, orders.length > 0, context)
  if (!value) return undefined
  const all = orders.length === 0 ? ['全部行里，'] : []
  const within = keys.length === 0 ? all : say`同一${list(keys)}内，`
  const sorted = orders.length === 0 ? [] : say`按${list(orders, '、再按')}排，`
  return [...within, ...sorted, ...value]
}

const ranks: Readonly<Record<string, string>> = {
  row_number: '排在第几行',
  rank: '名次（并列同名次，后面空出）',
  dense_rank: '名次（并列同名次，后面不空）',
  rank_dense: '名次（并列同名次，后面不空）',
  percent_rank: '名次在 0 到 1 之间的位置',
  cume_dist: '不在其后的行所占的比例',
}

function ranked(node: JsonObject, context: Context): Words | undefined {
  const of = textOf(node, 'function_name')
  if (of === 'ntile') {
    const [parts] = listOf(node, 'children')
    return say`分成${context.operand(parts)}等份后在第几份`
  }
  const rank = Object.hasOwn(ranks, of) ? ranks[of] : undefined
  return rank === undefined ? undefined : [rank]
}

function shifted(node: JsonObject, context: Context): Words | undefined {
  const of = textOf(node, 'function_name')
  if (of !== 'lag' && of !== 'lead') return undefined
  const [value] = listOf(node, 'children')
  const by = isObject(node['offset_expr']) ? context.operand(node['offset_expr']) : ['1']
  const direction = of === 'lag' ? '往前' : '往后'
  const words = say`${direction}第${by}行的${context.operand(value)}${skipping(node)}`
  const otherwise = node['default_expr']
  return isObject(otherwise) ? say`${words}（没有时用${context.operand(otherwise)}）` : words
}

const skipping = (node: JsonObject) => (node['ignore_nulls'] === true ? '（跳过空值）' : '')

const edges: Readonly<Record<string, string>> = { first_value: '第一个', last_value: '最后一个' }

/** What is computed over a frame of rows; without an order the frame is all of them. */
function framed(node: JsonObject, ordered: boolean, context: Context): Words | undefined {
  const of = textOf(node, 'function_name')
  const given = listOf(node, 'children').map((item) => context.operand(item))
  const [x] = given
  const edge = Object.hasOwn(edges, of) && x ? say`${edges[of] ?? ''}${x}` : undefined
  const value = edge ?? aggregateWords(of, given, node['distinct'] === true)
  const frame = frameWords(node, ordered, context)
  if (!value || !frame) return undefined
  const filter = node['filter_expr']
  const only = isObject(filter) ? say`（只算${context.words(filter)}的行）` : []
  return [...frame, ...value, skipping(node), ...only].filter((piece) => piece !== '')
}

function frameWords(node: JsonObject, ordered: boolean, context: Context): Words | undefined {
  const exclude = textOf(node, 'exclude_clause')
  if (exclude !== 'NO_OTHER' && exclude !== 'CURRENT_ROW') return undefined
  const [start, end] = [textOf(node, 'start'), textOf(node, 'end')]
  const without = exclude === 'CURRENT_ROW' ? '除当前行外，' : ''
  const whole = start === 'UNBOUNDED_PRECEDING' && end === 'UNBOUNDED_FOLLOWING'
  const peers = start === 'UNBOUNDED_PRECEDING' && end === 'CURRENT_ROW_RANGE'
  if (whole || (peers && !ordered)) return without === '' ? [] : [without]
  const from = bound(start, node['start_expr'], context)
  const to = bound(end, node['end_expr'], context)
  if (!from || !to) return undefined
  const ties = peers ? '（排位相同的一起算）' : ''
  return say`从${from}到${to}${ties}，${without}`
}

function bound(kind: string, node: JsonObject[string], context: Context): Words | undefined {
  if (kind === 'UNBOUNDED_PRECEDING') return ['第一行']
  if (kind === 'UNBOUNDED_FOLLOWING') return ['最后一行']
  if (kind.startsWith('CURRENT_ROW')) return ['当前行']
  const by = context.operand(node)
  if (kind === 'EXPR_PRECEDING_ROWS') return say`前${by}行`
  if (kind === 'EXPR_FOLLOWING_ROWS') return say`后${by}行`
  if (kind === 'EXPR_PRECEDING_RANGE') return say`往前${by}`
  return kind === 'EXPR_FOLLOWING_RANGE' ? say`往后${by}` : undefined
}
