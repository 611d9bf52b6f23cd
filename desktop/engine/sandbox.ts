import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { EngineConfig } from './config.ts'
import { literal } from './names.ts'

/** Deep queries fail in parser and binder well before they could exhaust a thread's stack. */
export const MAX_EXPRESSION_DEPTH = 250

/** Per connection; DuckDB cannot set these for all at once, nor after the lock. */
const perConnection = [
  'SET errors_as_json = true',
  'SET enable_progress_bar = true',
  'SET enable_progress_bar_print = false',
]

/** What the instance may use, then what it may not, then the lock: the order matters. */
function resources(config: EngineConfig): string[] {
  return [
    `SET temp_directory = ${literal(config.temporaryDirectory)}`,
    `SET max_temp_directory_size = ${literal(config.temporarySize)}`,
    `SET memory_limit = ${literal(config.memoryLimit)}`,
    `SET threads = ${config.threads}`,
    `SET max_expression_depth = ${MAX_EXPRESSION_DEPTH}`,
  ]
}

function walls({ allowedDirectories }: Pick<EngineConfig, 'allowedDirectories'>): string[] {
  const folders = allowedDirectories.map(literal).join(', ')
  return [
    ...(folders === '' ? [] : [`SET allowed_directories = [${folders}]`]),
    'SET enable_external_access = false',
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    'SET allow_community_extensions = false',
  ]
}

const lock = 'SET lock_configuration = true'

async function runAll(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await connection.run(statement)
}

export interface Sandbox {
  readonly instance: DuckDBInstance
  readonly connections: readonly DuckDBConnection[]
}

/**
 * A fresh in-memory database whose connections are all open before the lock. `setup` is the host's
 * own SQL; it runs inside the walls and before the lock.
 */
export async function openSandbox(
  config: EngineConfig,
  connections: number,
  setup: readonly string[] = [],
): Promise<Sandbox> {
  const instance = await DuckDBInstance.create(':memory:')
  const first = await instance.connect()
  const rest = await Promise.all(Array.from({ length: connections - 1 }, () => instance.connect()))
  await runAll(first, resources(config))
  for (const connection of [first, ...rest]) await runAll(connection, perConnection)
  await runAll(first, [...walls(config), ...setup, lock])
  return { instance, connections: [first, ...rest] }
}

/** A tiny database that only ever parses. */
export async function openParserSandbox(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' })
  const connection = await instance.connect()
  await runAll(connection, [
    "SET temp_directory = ''", // it spills nothing, and must not leave a folder where the host runs
    `SET max_expression_depth = ${MAX_EXPRESSION_DEPTH}`,
    ...walls({ allowedDirectories: [] }),
    lock,
  ])
  return connection
}
