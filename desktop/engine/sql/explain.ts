import type { PlanNode } from '../../contract/engine-sql.ts'
import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  textOf,
} from '../../domain/notebook/steps/tree.ts'
import { closing, opening } from '../accept/semicolon.ts'
import { bindParameters, requireValues, type Values } from '../parameters.ts'
import { textRows } from '../text-rows.ts'
import type { Workbench } from '../workbench.ts'

interface Question {
  readonly schema: string
  readonly sql: string
  readonly parameters: Values
  readonly run: boolean
}

/** The plan of an accepted query. EXPLAIN is ours, never the user's. */
export async function explain(
  bench: Workbench,
  { schema, sql, parameters, run }: Question,
  signal: AbortSignal,
): Promise<PlanNode> {
  const accepted = await bench.accept(sql, schema, signal)
  requireValues(accepted.parameters, parameters)
  const prefix = `EXPLAIN (${run ? 'ANALYZE, ' : ''}FORMAT json) ${opening}`
  const source = { text: sql, prefixBytes: Buffer.byteLength(prefix) }
  const json = await bench.lanes.cells.run(
    signal,
    bench.schemasOf(accepted, schema),
    (connection) =>
      bench.guarded(source, async () => {
        const statement = await connection.prepare(prefix + accepted.text + closing)
        try {
          bindParameters(statement, parameters)
          const [row] = await textRows(await statement.run())
          return row?.[1] ?? 'null'
        } finally {
          statement.destroySync()
        }
      }),
  )
  return rootOf(JSON.parse(json) as Json)
}

/** A plan is a list of one root; a profile wraps it in the query and in EXPLAIN itself. */
function rootOf(json: Json): PlanNode {
  const top = isList(json) ? json[0] : json
  let node: JsonObject = isObject(top) ? top : {}
  for (;;) {
    const operator = operatorOf(node)
    const [child] = listOf(node, 'children')
    if ((operator !== '' && operator !== 'EXPLAIN_ANALYZE') || !isObject(child)) break
    node = child
  }
  return planNode(node)
}

const operatorOf = (node: JsonObject) =>
  (textOf(node, 'operator_name') || textOf(node, 'name')).trim()

function planNode(node: JsonObject): PlanNode {
  const facts = isObject(node['extra_info']) ? node['extra_info'] : {}
  const { 'Estimated Cardinality': estimated, ...rest } = facts
  return {
    operator: operatorOf(node),
    facts: Object.entries(rest).map(([name, value]) => ({ name, value: factText(value) })),
    estimated: typeof estimated === 'string' ? numberOf(Number(estimated)) : null,
    rows: numberOf(node['operator_cardinality']),
    scanned: numberOf(node['operator_rows_scanned']),
    seconds: numberOf(node['operator_timing']),
    children: listOf(node, 'children').filter(isObject).map(planNode),
  }
}

const numberOf = (value: Json | undefined) =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

function factText(value: Json | undefined): string {
  if (isList(value)) return value.map(factText).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
