import {
  columnsIn,
  conjunctsOf,
  constantOf,
  isNode,
  listOf,
  nodesOf,
  textAt,
  type Json,
  type TreeNode,
} from './syntax-tree.ts'

/** What a query is made of, as far as two queries for one task can be told apart by it. */
export interface Shape {
  readonly tables: readonly string[]
  /** Columns that WHERE and HAVING ask about, and how. */
  readonly conditions: ReadonlyMap<string, ReadonlySet<string>>
  readonly grouped: readonly string[]
  readonly aggregates: readonly string[]
  readonly sorted: boolean
  readonly limited: boolean
  readonly distinct: boolean
  /** Columns read anywhere; every one where `*` stands. */
  readonly columns: readonly string[]
  readonly star: boolean
}

const aggregateNames = ['count', 'count_star', 'sum', 'avg', 'mean', 'min', 'max', 'median', 'mode']

export function shapeOf(tree: Json): Shape {
  const nodes = [...nodesOf(tree)].map(([node]) => node)
  const selects = nodes.filter((node) => node['type'] === 'SELECT_NODE')
  const defined = new Set(nodes.flatMap((node) => commonNames(node['cte_map'])))
  const tables = nodes
    .filter((node) => node['type'] === 'BASE_TABLE')
    .map((node) => textAt(node, 'table_name').toLowerCase())
  const modifiers = new Set(nodes.flatMap((node) => listOf(node['modifiers']).map(typeOf)))
  const functions = nodes
    .filter((node) => node['class'] === 'FUNCTION')
    .map((node) => textAt(node, 'function_name'))
  return {
    tables: unique(tables.filter((name) => !defined.has(name))),
    conditions: conditionsOf(selects),
    grouped: unique(selects.flatMap(groupedBy)).toSorted(),
    aggregates: unique(functions.filter((name) => aggregateNames.includes(name))).toSorted(),
    sorted: modifiers.has('ORDER_MODIFIER'),
    limited: modifiers.has('LIMIT_MODIFIER'),
    distinct: modifiers.has('DISTINCT_MODIFIER') || nodes.some((node) => node['distinct'] === true),
    columns: columnsIn(tree),
    star: nodes.some((node) => node['class'] === 'STAR'),
  }
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]

const typeOf = (json: Json): string => textAt(json, 'type')

function commonNames(json: Json | undefined): string[] {
  if (!isNode(json)) return []
  return listOf(json['map']).flatMap((entry) =>
    isNode(entry) && typeof entry['key'] === 'string' ? [entry['key'].toLowerCase()] : [],
  )
}

function conditionsOf(selects: readonly TreeNode[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const select of selects) {
    for (const clause of ['where_clause', 'having', 'qualify'] as const) {
      for (const condition of conjunctsOf(select[clause])) {
        for (const column of columnsIn(condition)) {
          const ways = found.get(column) ?? new Set()
          found.set(column, ways.add(typeOf(condition)))
        }
      }
    }
  }
  return found
}

/** Grouping columns; `GROUP BY 1` means the first of the select list, ALL those without an aggregate. */
function groupedBy(select: TreeNode): string[] {
  const list = listOf(select['select_list'])
  if (select['aggregate_handling'] === 'FORCE_AGGREGATES') {
    return list.filter((item) => !isAggregated(item)).flatMap(columnsIn)
  }
  return listOf(select['group_expressions']).flatMap((expression) => {
    const place = constantOf(expression)
    const meant = place === undefined ? expression : list[Number(place) - 1]
    return columnsIn(meant ?? null)
  })
}

const isAggregated = (item: Json): boolean =>
  [...nodesOf(item)].some(([node]) => aggregateNames.includes(textAt(node, 'function_name')))
