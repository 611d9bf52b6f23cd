import type { DuckDBConnection } from '@duckdb/node-api'

const EVERY_MS = 100

/** Reports how much of the connection's statement is done, 0 to 1, while `work` runs. */
export async function withProgress<T>(
  connection: DuckDBConnection,
  report: (fraction: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    const { percentage } = connection.progress
    if (percentage >= 0) report(Math.min(1, percentage / 100)) // −1: DuckDB cannot tell
  }, EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
