import { tableFromIPC } from '@uwdata/flechette'
import { openBench, runText, type Bench } from './workbench-support.ts'

const events = `SELECT * FROM (VALUES
  ('甲', '电话', DATE '2024-01-05', 3, true),
  ('甲', '网站', DATE '2024-01-31', 5, false),
  ('甲', '电话', DATE '2025-01-10', 1, true),
  ('乙', '电话', DATE '2024-02-01', 2, NULL),
  ('乙', NULL,   DATE '2025-02-28', 9, true),
  (NULL, '电话', DATE '2025-03-01', 4, false)
) t(street, channel, day, days, "满 意")`
const streets = `SELECT * FROM (VALUES ('甲', 1000, 1), ('乙', 500, 2), ('丙', 10, 3)) t(name, people, days)`

const others = Object.entries({
  tenths: 'SELECT unnest([0.3, 0.35, 0.7]) AS x',
  weeks:
    "SELECT * FROM (VALUES (DATE '2024-01-03', 2), (DATE '2025-01-01', 3), (NULL, 7)) t(day, n)",
  grouped: "SELECT '甲' AS k, '$price' AS v",
  joined: "SELECT '甲' AS k, 5 AS a",
  moments: `SELECT * FROM (VALUES (TIMESTAMP '2024-01-30 08:00', 1), (TIMESTAMP '2024-01-31 23:30', 2),
    (TIMESTAMP '2024-02-01 00:00', 3)) t("at", n)`,
})
  .map(([name, sql]) => `\`\`\`sql name=${name}\n${sql}\n\`\`\`\n`)
  .join('')

/** A notebook's session with those tables, on which query cells are run. */
export class QueryBench {
  readonly bench: Bench
  readonly session: Awaited<ReturnType<Bench['sessions']['open']>>

  constructor(bench: Bench, session: QueryBench['session']) {
    this.bench = bench
    this.session = session
  }

  static async open(): Promise<QueryBench> {
    const bench = await openBench()
    return new QueryBench(bench, await bench.sessions.open())
  }

  close(): Promise<void> {
    return this.bench.close()
  }

  /** The rows of a query cell, as arrays of plain values. */
  async rowsOf(query: string, params = '{}', chosen = {}): Promise<unknown[][]> {
    const body = query.trim()
    const text = `---\ntitle: 试\nparams: ${params}\n---\n\`\`\`sql name=events\n${events}\n\`\`\`\n\`\`\`sql name=streets\n${streets}\n\`\`\`\n${others}\`\`\`query name=q\n${body}\n\`\`\`\n`
    const { cells } = await runText(this.session, text, chosen)
    const q = cells['q']
    if (q?.status !== 'done') throw new Error(JSON.stringify(q?.error ?? 'no such cell'))
    const page = { relation: this.session.relation('q'), offset: 0, limit: 100, sort: [] }
    const { bytes } = await this.bench.engine.call('relation.page', page)
    const table = tableFromIPC(bytes, { useDate: true })
    return table
      .toArray()
      .map((row) =>
        Object.values(row as Record<string, unknown>).map((value) =>
          value instanceof Date ? value.toISOString().slice(0, 10) : value,
        ),
      )
  }
}
