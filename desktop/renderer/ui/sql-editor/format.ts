/** Whether two texts are the same statements to the parser. */
type Same = (one: string, other: string) => Promise<boolean>

/**
 * The text laid out anew, lines and capitals only; `undefined` where the formatter does not read it
 * or would have changed what it means. The formatter is loaded when it is first asked for.
 */
export async function formatSql(text: string, same: Same): Promise<string | undefined> {
  const { formatDialect, duckdb } = await import('sql-formatter')
  try {
    const laid = formatDialect(text, {
      dialect: duckdb,
      keywordCase: 'upper',
      tabWidth: 2,
      expressionWidth: 80,
      linesBetweenQueries: 1,
      paramTypes: { named: ['$'] },
    })
    return (await same(text, laid)) ? laid : undefined
  } catch {
    return undefined // the formatter stumbles over what DuckDB reads, e.g. unusual operators
  }
}
