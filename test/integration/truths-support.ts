import { join } from 'node:path'
import { tableFromIPC } from '@uwdata/flechette'
import { shippedSeed } from '../../datasets/generator/generate.ts'
import { control } from '../../datasets/generator/truths.ts'
import { createContent } from '../../desktop/host/content.ts'
import type { Engine } from '../../desktop/services/ports.ts'
import { make, openFolders, project, type Folders } from './datasets-support.ts'

type Row = Record<string, unknown>

/** Finished files as tables, by name; with `control_` before it those of the city without any truth. */
export interface Cities {
  /** All rows of a query; 64-bit integers must be cast to DOUBLE. */
  ask(sql: string): Promise<Row[]>
  close(): Promise<void>
}

/** A table and the file it is in: `<dataset>/data/<name>.parquet`. */
export type Files = Readonly<Record<string, { readonly dataset: string; readonly path: string }>>

/** Attaches the shipped files and, where a scale is given, the same ones of a control city. */
export async function openCities(files: Files, scale?: number): Promise<Cities> {
  const folders = await openFolders()
  const only = [...new Set(Object.values(files).map(({ dataset }) => dataset))]
  const engine = folders.engine('workbench')
  await engine.call('attach', { relations: await shippedTables(folders, files) })
  if (scale !== undefined) {
    await make(folders, 'control', { seed: shippedSeed, scale, truths: control, only })
    await engine.call('attach', { relations: controlTables(folders, files) })
  }
  return {
    ask: (sql) => ask(engine, sql),
    async close() {
      await engine.close()
      await folders.remove()
    },
  }
}

async function shippedTables(folders: Folders, files: Files) {
  const content = createContent(project, folders.data)
  const each = Object.entries(files).map(async ([name, { dataset, path }]) => ({
    relation: { schema: '', name },
    file: await content.engineCopy(join('datasets', dataset, path)),
  }))
  return Promise.all(each)
}

function controlTables(folders: Folders, files: Files) {
  return Object.entries(files).map(([name, { dataset, path }]) => ({
    relation: { schema: '', name: `control_${name}` },
    file: join(folders.data, 'control', dataset, path),
  }))
}

async function ask(engine: Engine, sql: string): Promise<Row[]> {
  const stream = engine.stream('query', { schema: 'main', sql, parameters: {} })
  const rows: Row[] = []
  for await (const { bytes } of stream) rows.push(...(tableFromIPC(bytes).toArray() as Row[]))
  await stream.result
  return rows
}
