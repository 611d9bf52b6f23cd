import { isAggregate } from './aggregate-words.ts'
import type { Context } from './context.ts'
import { literalOf } from './literal.ts'
import { lastName } from './names.ts'
import { step, type Step } from './step.ts'
import { isList, isObject, type Json, type JsonObject, listOf, textOf } from './tree.ts'
import { list, name, say, type Words } from './words.ts'
import { fold } from '../name.ts'

const isSubquery = (node: JsonObject) => node['class'] === 'SUBQUERY'

/** Whether something of a kind is in an expression, subqueries left out. */
function has(node: Json | undefined, is: (node: JsonObject) => boolean): boolean {
  if (isList(node)) return node.some((item) => has(item, is))
  if (!isObject(node) || isSubquery(node)) return false
  return is(node) || Object.values(node).some((item) => has(item, is))
}

const isWindow = (node: JsonObject) => node['class'] === 'WINDOW'
const aggregates = (node: Json | undefined): boolean =>
  has(node, (one) => one['class'] === 'FUNCTION' && isAggregate(textOf(one, 'function_name')))

/** A column of the result. */
interface Item {
  readonly node: JsonObject
  readonly alias: string
  readonly kind: 'star' | 'column' | 'aggregate' | 'window' | 'computed'
}

function itemsOf(select: JsonObject): Item[] {
  return listOf(select, 'select_list')
    .filter(isObject)
    .map((node) => ({ node, alias: textOf(node, 'alias'), kind: kindOf(node) }))
}

function kindOf(node: JsonObject): Item['kind'] {
  if (node['class'] === 'STAR') return 'star'
  if (node['class'] === 'COLUMN_REF') return 'column'
  if (has(node, isWindow)) return 'window'
  return aggregates(node) ? 'aggregate' : 'computed'
}

/** The result column that `GROUP BY 1` or `ORDER BY n` means. */
export function itemFor(select: JsonObject, key: Json | undefined): JsonObject | undefined {
  if (!isObject(key)) return undefined
  const items = itemsOf(select)
  const value = isObject(key['value']) ? key['value']['value'] : undefined
  if (key['class'] === 'CONSTANT' && typeof value === 'number') return items[value - 1]?.node
  return undefined
}

const isNumber = (key: Json | undefined) =>
  isObject(key) && key['class'] === 'CONSTANT' && literalOf(key)?.kind === 'number'

/** What a key of GROUP BY or ORDER BY is called: the alias where the result has one for it. */
export function keyWords(select: JsonObject, key: Json | undefined, context: Context): Words {
  const item = itemFor(select, key)
  if (!item) return isNumber(key) ? say`第${context.operand(key)}列` : context.operand(key)
  const alias = textOf(item, 'alias')
  return alias === '' ? context.operand(item) : name(alias)
}

function itemWords({ node, alias }: Item, context: Context): Words {
  const words = context.words(node)
  return alias === '' ? words : say`${name(alias)} = ${words}`
}

/** Filters, groups and columns of one SELECT, in the order in which they take effect. */
export function selectSteps(select: JsonObject, context: Context): Step[] {
  const items = itemsOf(select)
  const grouped = isGrouped(select, items)
  return [
    ...filter(select['where_clause'], context, '只留'),
    ...(grouped ? groupSteps(select, items, context) : plainSteps(items, context)),
    ...filter(select['qualify'], context, '算好以后，只留'),
  ]
}

function isGrouped(select: JsonObject, items: readonly Item[]): boolean {
  const windowed = items.some(({ kind, node }) => kind === 'window' && aggregates(node))
  return hasKeys(select) || windowed || items.some(({ kind }) => kind === 'aggregate')
}

/** Conditions that AND joins are told one by one. */
function filter(node: Json | undefined, context: Context, begin: string): Step[] {
  if (!isObject(node)) return []
  const all = textOf(node, 'type') === 'CONJUNCTION_AND' ? listOf(node, 'children') : [node]
  if (all.length === 1) {
    const words = context.words(node)
    return [step('filter', say`${begin}${words}的行`, { within: context.takeGroups() })]
  }
  const items = all.map((one) => context.words(one))
  const within = context.takeGroups()
  return [step('filter', [`${begin}同时满足这几条的行：`], { items, within })]
}

function groupSteps(select: JsonObject, items: readonly Item[], context: Context): Step[] {
  const keys = items.filter((item) => item.kind === 'computed' && isKey(select, item))
  const after = items.filter(
    ({ kind, node }) => kind === 'aggregate' || (kind === 'computed' && !isKey(select, { node })),
  )
  const having = filter(select['having'], context, '汇总后，只留')
  return [
    ...computed(
      keys.filter(({ alias }) => alias !== ''),
      context,
      '先算出：',
    ),
    groupStep(select, items, context),
    ...computed(after, context, hasKeys(select) ? '每组算出：' : '算出：'),
    ...having,
    ...computed(
      items.filter(({ kind }) => kind === 'window'),
      context,
      '再算出：',
    ),
    ...renamed(items, context),
  ]
}

const groupsByRest = (select: JsonObject) =>
  textOf(select, 'aggregate_handling') === 'FORCE_AGGREGATES'
const hasKeys = (select: JsonObject) =>
  groupsByRest(select) || listOf(select, 'group_expressions').length > 0

/** Whether a result column is what the rows are grouped by: by itself, its number or its alias. */
function isKey(select: JsonObject, { node }: Pick<Item, 'node'>): boolean {
  if (groupsByRest(select)) return true
  return listOf(select, 'group_expressions').some((key) => {
    if (itemFor(select, key) === node || sameExpression(node, key)) return true
    return isObject(key) && key['class'] === 'COLUMN_REF' && lastName(key) === textOf(node, 'alias')
  })
}

function groupStep(select: JsonObject, items: readonly Item[], context: Context): Step {
  const all = groupsByRest(select)
  const keys = all
    ? items
        .filter(({ kind }) => ['column', 'computed', 'star'].includes(kind))
        .map(({ node, alias }) => (alias === '' ? context.operand(node) : name(alias)))
    : listOf(select, 'group_expressions').map((key) => groupKey(select, key, context))
  const within = context.takeGroups()
  if (keys.length === 0) return step('group', ['全部行合成一组'], { within })
  const sets = listOf(select, 'group_sets').filter(isList)
  if (all || sets.length < 2) return step('group', say`按${list(keys)}分组`, { within })
  const ways = sets.map((set) => {
    const chosen = set.map((index) => (typeof index === 'number' ? (keys[index] ?? []) : []))
    return chosen.length === 0 ? ['全部合计'] : say`按${list(chosen)}`
  })
  return step('group', say`分 ${ways.length} 种分组，各算一遍：${list(ways, '；')}`, { within })
}

/** A key that the result names is told by that name; what it is was told before. */
function groupKey(select: JsonObject, key: Json, context: Context): Words {
  const item = itemFor(select, key)
  if (item) return keyWords(select, key, context)
  const same = itemsOf(select).find(
    ({ node, alias }) => alias !== '' && isObject(key) && sameExpression(node, key),
  )
  return same && same.kind === 'computed' ? name(same.alias) : context.operand(key)
}

/** Equal but for where they stand and what they are called. */
function sameExpression(a: Json | undefined, b: Json | undefined): boolean {
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => sameExpression(item, b[index]))
  }
  if (!isObject(a) || !isObject(b)) return a === b
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys
    .filter((key) => key !== 'alias' && key !== 'query_location')
    .every((key) => sameExpression(a[key], b[key]))
}

function plainSteps(items: readonly Item[], context: Context): Step[] {
  const of = (kinds: readonly Item['kind'][]) => items.filter(({ kind }) => kinds.includes(kind))
  return [...computed(of(['computed', 'window']), context, '算出：'), ...columnStep(items, context)]
}

function computed(items: readonly Item[], context: Context, begin: string): Step[] {
  if (items.length === 0) return []
  const words = items.map((item) => itemWords(item, context))
  return [step('compute', [begin], { items: words, within: context.takeGroups() })]
}

const isRenamed = ({ kind, node, alias }: Item) =>
  kind === 'column' && alias !== '' && fold(alias) !== fold(lastName(node))

function renamed(items: readonly Item[], context: Context): Step[] {
  const changed = items.filter(isRenamed)
  if (changed.length === 0) return []
  const words = changed.map(({ node, alias }) => say`${context.words(node)}叫作${name(alias)}`)
  return [step('columns', ['结果里：'], { items: words })]
}

/** Which columns the result has, where it is not simply all of them. */
function columnStep(items: readonly Item[], context: Context): Step[] {
  const kept = items.filter(({ kind }) => kind === 'column' || kind === 'star')
  const [only] = items
  if (kept.length === 0) return []
  if (items.length === 1 && only && isBareStar(only)) return [step('columns', ['保留全部列'])]
  const words = kept.map((item) =>
    isRenamed(item)
      ? say`${context.words(item.node)}（叫作${name(item.alias)}）`
      : context.words(item.node),
  )
  const more = kept.length < items.length ? '，和上面算出的列' : ''
  return [step('columns', say`结果保留${list(words)}${more}`, { within: context.takeGroups() })]
}

function isBareStar({ kind, node }: Item): boolean {
  const plain = ['exclude_list', 'replace_list', 'rename_list', 'qualified_exclude_list']
  return (
    kind === 'star' &&
    node['columns'] !== true &&
    !isObject(node['expr']) &&
    textOf(node, 'relation_name') === '' &&
    plain.every((key) => listOf(node, key).length === 0)
  )
}
