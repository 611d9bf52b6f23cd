/**
 * Randomness that is a pure function of (row, seed, purpose): no `random()`, no dependence on the
 * order in which rows are made. DuckDB's `hash` joins its arguments by an exclusive or, so that two
 * purposes of one row differ by a constant and are correlated (measured: r = 0.59); hashing the hash
 * once more makes them independent (|r| < 0.004 over a million rows).
 */
export interface Draws<Purpose extends string> {
  /** SQL of a DOUBLE, uniform in [0, 1). */
  uniform(purpose: Purpose): string
}

/** Draws for the rows of one table; `row` is the SQL of a BIGINT that identifies a row. */
export function drawsOf<Purpose extends string>(
  row: string,
  seed: number,
  purposes: Readonly<Record<Purpose, number>>,
): Draws<Purpose> {
  const bits = (purpose: Purpose) =>
    `hash(hash(CAST(${row} AS BIGINT), CAST(${seed} AS BIGINT), CAST(${purposes[purpose]} AS BIGINT)))`
  return {
    // The upper 53 bits, as many as a DOUBLE holds exactly.
    uniform: (purpose) => `((${bits(purpose)} >> 11) / 9007199254740992.0::DOUBLE)`,
  }
}
