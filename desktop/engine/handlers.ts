import { engineTable, type EngineTable } from '../contract/engine.ts'
import { ZhizhiError, toWireError } from '../contract/errors.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import { attach, detach } from './attach.ts'
import { createCell, dropRelation } from './cells.ts'
import type { Exercises } from './exercise.ts'
import { beat } from './heartbeat.ts'
import type { Maker } from './maker.ts'
import { answerMosaic } from './mosaic.ts'
import type { Overdue } from './overdue.ts'
import { page } from './paging.ts'
import { dropPreaggregates } from './preaggregates.ts'
import { runQuery } from './query.ts'
import { complete } from './sql/complete.ts'
import { explain } from './sql/explain.ts'
import { sameTrees, treeOf } from './sql/tree.ts'
import { createSchema, dropSchema } from './schemas.ts'
import { find } from './search/find.ts'
import { remaining } from './summary/remaining.ts'
import { summarise } from './summary/summarise.ts'
import type { Workbench } from './workbench.ts'
import { writeParquet } from './write-parquet.ts'

type Only<K extends keyof EngineTable> = Handlers<Pick<EngineTable, K>, undefined>

const { 'exercise.run': exerciseRun, 'maker.run': makerRun, ...workbenchTable } = engineTable
const { heartbeat } = engineTable

/** What each role serves; anything else is an unknown procedure there. */
export const roleTables = {
  workbench: workbenchTable,
  exercise: { 'exercise.run': exerciseRun, heartbeat },
  maker: { 'maker.run': makerRun, heartbeat },
} as const

const pulse = (overdue: Overdue): Only<'heartbeat'> => ({
  heartbeat: ({ everyMs }, call) => beat(everyMs, overdue, call),
})

export function exerciseHandlers(
  exercises: Exercises,
  overdue: Overdue,
): Only<'exercise.run' | 'heartbeat'> {
  return { ...pulse(overdue), 'exercise.run': (input, { signal }) => exercises.run(input, signal) }
}

export function makerHandlers(maker: Maker, overdue: Overdue): Only<'maker.run' | 'heartbeat'> {
  return {
    ...pulse(overdue),
    'maker.run': async ({ statements }, { signal }) => ({
      rows: await maker.run(statements, signal),
    }),
  }
}

export function workbenchHandlers(bench: Workbench): Only<keyof typeof workbenchTable> {
  return {
    ...pulse(bench.overdue),
    ...tableHandlers(bench),
    ...sqlHandlers(bench),
    attach: async ({ relations }, { signal }) => ({ rows: await attach(bench, relations, signal) }),
    detach: async ({ relations }, { signal }) => {
      await detach(bench, relations, signal)
      return {}
    },
    inspect: ({ sql }, { signal }) => inspect(bench, sql, signal),
    'schema.create': async ({ schema }, { signal }) => {
      await createSchema(bench, schema, signal)
      return {}
    },
    'schema.drop': async ({ schema }, { signal }) => {
      await dropSchema(bench, schema, signal)
      return {}
    },
    query: (input, call) => runQuery(bench, input, call),
    mosaic: (input, { signal }) => answerMosaic(bench, input, signal),
  }
}

function sqlHandlers(
  bench: Workbench,
): Only<`sql.${'tree' | 'text' | 'same' | 'complete' | 'explain'}`> {
  return {
    'sql.tree': ({ sql }, { signal }) => treeOf(bench.parser, sql, signal),
    'sql.text': async ({ tree }, { signal }) => ({ sql: await bench.parser.write(tree, signal) }),
    'sql.same': async ({ one, other }, { signal }) => ({
      same: await sameTrees(bench.parser, [one, other], signal),
    }),
    'sql.complete': ({ text }, { signal }) => complete(bench.parser, text, signal),
    'sql.explain': async (input, { signal }) => ({ plan: await explain(bench, input, signal) }),
  }
}

function tableHandlers(
  bench: Workbench,
): Only<
  | `cell.${'create' | 'drop'}`
  | `relation.${'page' | 'describe' | 'summary' | 'remaining' | 'find' | 'write'}`
> {
  return {
    'cell.create': (input, call) => createCell(bench, input, call),
    'cell.drop': async ({ relation }, { signal }) => {
      await dropRelation(bench, relation, signal)
      await dropPreaggregates(bench, relation.schema)
      return {}
    },
    'relation.page': async (input, { signal }) => ({ bytes: await page(bench, input, signal) }),
    'relation.write': async (input, { signal }) => {
      await writeParquet(bench, input, signal)
      return {}
    },
    'relation.describe': ({ relation }) => {
      const { columns, rows } = bench.known(relation)
      return { columns: [...columns], rows }
    },
    'relation.summary': async ({ relation }, { signal }) => ({
      columns: await summarise(bench, relation, signal),
    }),
    'relation.remaining': (input, { signal }) => remaining(bench, input, signal),
    'relation.find': (input, { signal }) => find(bench, input, signal),
  }
}

async function inspect(bench: Workbench, sql: string, signal: AbortSignal) {
  try {
    const { tables, parameters } = await bench.read(sql, signal)
    const relations = new Map(
      tables.map(({ schema, name }) => [`${schema}.${name}`, { schema, name }]),
    )
    return { accepted: true as const, tables: [...relations.values()], parameters: [...parameters] }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ZhizhiError)) throw error
    return { accepted: false as const, error: toWireError(error) }
  }
}
