import { plainRows } from '../../domain/notebook/chart-warnings/plain-rows.ts'
import { warningsOf } from '../../domain/notebook/chart-warnings/warn.ts'
import { sourcesOf, type Chart } from '../../domain/notebook/chart.ts'
import { fold } from '../../domain/notebook/name.ts'
import { titlesOf } from '../../domain/notebook/pivot/titles.ts'
import type { DrawnChart } from './drawing.ts'
import { markup, nothing, type Html } from './html.ts'
import type { View } from './view.ts'

/** How a chart may mislead, below it: what its author has thought about with the reason, the rest as a caution. */
export function cautionsView(chart: Chart, drawn: DrawnChart | undefined, view: View): Html {
  const cautions = cautionsOf(chart, drawn, view)
  if (cautions.length === 0) return nothing
  return markup`${cautions.map((one) => markup`<p class="caution">${one}</p>\n`)}`
}

/** The same as sentences. */
function cautionsOf(chart: Chart, drawn: DrawnChart | undefined, view: View): string[] {
  if (!drawn?.ok) return []
  const { results, datasets } = view
  const tables = sourcesOf(chart).flatMap((name) => {
    const state = results.states.get(fold(name))
    const table = results.tables.get(fold(name))
    if (!state || !table) return []
    const whole = table.rows === state.rows // of a longer one only its beginning was read
    const columns = state.columns.map((column) => column.name)
    return [{ name, columns, rows: whole ? plainRows(table) : [] }]
  })
  const titles = titlesOf(datasets.flatMap((one) => one.package ?? []))
  const { marks, groups } = drawn
  const facts = { drawn: marks, groups, tables, populations: [], titles }
  return warningsOf(chart, facts).map(({ kind, sentence }) => {
    const reason = chart.accept?.[kind]
    return reason === undefined ? `读图注意：${sentence.zh}` : `作者的说明：${reason}`
  })
}
