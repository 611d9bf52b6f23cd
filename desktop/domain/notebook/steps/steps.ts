import { Context } from './context.ts'
import { expression, operand } from './expression.ts'
import { type Known, nothingKnown } from './names.ts'
import { ordersOf } from './order.ts'
import { keyWords, selectSteps } from './select.ts'
import { sampleStep, sourceSteps } from './source.ts'
import { step, type Step, type StepGroup } from './step.ts'
import { isObject, type Json, type JsonObject, listOf, textOf, textsOf } from './tree.ts'
import { code, list, name, say, type Words } from './words.ts'

/**
 * What a query does, step by step, in Chinese. `tree` is the node of its one statement as
 * `json_serialize_sql` gives it with empty values kept. What there are no words for is shown as SQL.
 */
export function stepsOf(tree: Json, known: Known = nothingKnown): Step[] {
  if (!isObject(tree)) return []
  return querySteps(
    tree,
    new Context(tree, known, { words: expression, operand, steps: querySteps }),
  )
}

function querySteps(query: JsonObject, context: Context): Step[] {
  const from = textOf(query, 'type') === 'SELECT_NODE' ? query['from_table'] : undefined
  return context.inside(from, () => [
    ...cteSteps(query, context),
    ...body(query, context),
    ...listOf(query, 'modifiers')
      .filter(isObject)
      .flatMap((modifier) => modifierSteps(modifier, query, context)),
  ])
}

function body(query: JsonObject, context: Context): Step[] {
  switch (textOf(query, 'type')) {
    case 'SET_OPERATION_NODE':
      return setSteps(query, context)
    case 'RECURSIVE_CTE_NODE':
      return recursiveSteps(query, context)
    default:
      return [
        ...sourceSteps(query['from_table'], context),
        ...selectSteps(query, context),
        ...sampleStep(query),
      ]
  }
}

function cteSteps(query: JsonObject, context: Context): Step[] {
  const map = query['cte_map']
  const entries = isObject(map) ? listOf(map, 'map').filter(isObject) : []
  return entries.flatMap((entry) => {
    const { value } = entry
    const holder = isObject(value) && isObject(value['query']) ? value['query'] : {}
    if (!isObject(holder['node'])) return []
    const title = name(textOf(entry, 'key'))
    const within = [{ title, steps: context.steps(holder['node']) }]
    const columns = isObject(value) ? textsOf(value, 'aliases').map((one) => name(one)) : []
    const called = columns.length === 0 ? [] : say`（各列叫作${list(columns)}）`
    return [step('source', say`先备好中间结果${title}${called}`, { within })]
  })
}

const combinations: Readonly<Record<string, readonly [distinct: string, all: string]>> = {
  UNION: ['上下接成一份，重复的行只留一行', '上下接成一份，重复的行也留着'],
  UNION_BY_NAME: ['按列名对齐接成一份，重复的行只留一行', '按列名对齐接成一份，重复的行也留着'],
  EXCEPT: [
    '从第一部分去掉第二部分里也有的行，重复的行只留一行',
    '从第一部分逐行去掉第二部分里也有的行',
  ],
  INTERSECT: ['只留两部分里都有的行，重复的行只留一行', '只留两部分里都有的行，重复的行也算'],
}

function setSteps(query: JsonObject, context: Context): Step[] {
  const type = textOf(query, 'setop_type')
  const words = combinations[type]?.[query['setop_all'] === true ? 1 : 0]
  const parts = partsOf(query)
  const within = parts.map((part, index): StepGroup => ({
    title: say`第 ${index + 1} 部分`,
    steps: context.steps(part),
  }))
  const many: Words = parts.length > 2 ? say`把 ${parts.length} 部分` : ['把两部分']
  const begin = type.startsWith('UNION') ? many : []
  return [step('combine', [...begin, ...(words === undefined ? code(type) : [words])], { within })]
}

/** The parts of a chain of equal UNIONs are told side by side. */
function partsOf(query: JsonObject): JsonObject[] {
  const { left, right } = query
  const type = textOf(query, 'setop_type')
  const sides = [left, right].filter(isObject)
  if (sides.length < 2) return listOf(query, 'children').filter(isObject)
  if (!type.startsWith('UNION')) return sides
  return sides.flatMap((side) => {
    const alike =
      textOf(side, 'setop_type') === type &&
      side['setop_all'] === query['setop_all'] &&
      listOf(side, 'modifiers').length === 0
    return alike ? partsOf(side) : [side]
  })
}

function recursiveSteps(query: JsonObject, context: Context): Step[] {
  const { left, right } = query
  const within = [
    { title: ['起点'], steps: isObject(left) ? context.steps(left) : [] },
    { title: ['每一轮'], steps: isObject(right) ? context.steps(right) : [] },
  ]
  const kept = query['union_all'] === true ? '重复的行也留着' : '重复的行只留一行'
  return [step('combine', [`从起点开始一轮一轮接着算，直到没有新行；${kept}`], { within })]
}

function modifierSteps(modifier: JsonObject, query: JsonObject, context: Context): Step[] {
  switch (textOf(modifier, 'type')) {
    case 'DISTINCT_MODIFIER':
      return [distinctStep(modifier, query, context)]
    case 'ORDER_MODIFIER':
      return [orderStep(modifier, query, context)]
    case 'LIMIT_MODIFIER':
      return limitSteps(modifier, context)
    case 'LIMIT_PERCENT_MODIFIER':
      return [step('limit', say`只取前 ${[...context.operand(modifier['limit']), '%']} 的行`)]
    default:
      return []
  }
}

function distinctStep(modifier: JsonObject, query: JsonObject, context: Context): Step {
  const keys = listOf(modifier, 'distinct_on_targets').map((key) => keyWords(query, key, context))
  if (keys.length === 0) return step('distinct', ['完全相同的行只留一行'])
  const orders = listOf(query, 'modifiers').filter(isObject)
  const sorted = orders.some((other) => textOf(other, 'type') === 'ORDER_MODIFIER')
  const which = sorted ? '（下面排列里最前的）' : '（哪一行不一定）'
  return step('distinct', say`${list(keys)}相同的行只留一行${which}`)
}

function orderStep(modifier: JsonObject, query: JsonObject, context: Context): Step {
  const key = (node: Json | undefined) => {
    if (isObject(node) && node['class'] === 'STAR') return ['各列依次']
    return keyWords(query, node, context)
  }
  const keys = ordersOf(modifier, context, key)
  const within = context.takeGroups()
  return step('order', say`按${list(keys, '、再按')}排列`, { within })
}

function limitSteps(modifier: JsonObject, context: Context): Step[] {
  const { limit, offset } = modifier
  const skipped = isObject(offset) ? say`跳过前${context.operand(offset)}行` : undefined
  const taken = isObject(limit)
    ? say`只取${skipped ? '其后' : '前'}${context.operand(limit)}行`
    : undefined
  const words = list(
    [skipped, taken].filter((part) => part !== undefined),
    '，',
  )
  return words.length === 0 ? [] : [step('limit', words, { within: context.takeGroups() })]
}
