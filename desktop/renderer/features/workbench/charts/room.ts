import { Coordinator, type Connector } from '@uwdata/mosaic-core'
import { astToDOM, parseSpec } from '@uwdata/mosaic-spec'
import { createAPIContext, Param, Selection } from '@uwdata/vgplot'
import type { Brushed } from '../../../../domain/notebook/brush/brush.ts'
import { axisText } from '../../../../domain/notebook/axis-text.ts'
import { writeKindQuery } from '../../../../domain/notebook/chart-kinds/kind-query.ts'
import { readKindRows, type KindRows } from '../../../../domain/notebook/chart-kinds/kind-rows.ts'
import { axisFormats, type Chart } from '../../../../domain/notebook/chart.ts'
import type { Value } from '../../../../domain/notebook/input.ts'
import { paramNames, type JsonObject } from '../../../../domain/notebook/mosaic-json.ts'
import { readResult } from '../../../../domain/notebook/result-table.ts'
import type { BrushHand } from './brush-hand.ts'
import { finiteExtents } from './finite.ts'
import { DrawnChart } from './drawn-chart.ts'

type Spec = Parameters<typeof parseSpec>[0]
type AnyParam = Param<unknown>
type Params = NonNullable<NonNullable<Parameters<typeof astToDOM>[1]>['params']>

/** Answers what Mosaic asks, in Arrow IPC bytes; nothing for statements without a result. */
export type Ask = (sql: string, type: 'exec' | 'arrow') => Promise<Uint8Array | undefined>

export interface RoomOptions {
  readonly ask: Ask
  /** The session's schema, where charts keep their pre-aggregates. */
  readonly schema: string
  /** Told what is brushed in a selection, whenever that changes. */
  readonly onbrush: (selection: string, filters: readonly Filter[]) => void
}

/** What a reader chose in one chart. */
export interface Filter {
  /** The chart's cell. */
  readonly cell: string
  readonly brushed: Brushed
}

/**
 * What a notebook's charts share: a Mosaic coordinator of their own on the session, the parameters,
 * and the selections through which they filter one another.
 */
export class ChartRoom {
  readonly #coordinator: Coordinator
  readonly #params = new Map<string, AnyParam>()
  readonly #selections = new Map<string, Selection>()
  readonly #onbrush: RoomOptions['onbrush']
  readonly #ask: Ask
  /** Who brushes: the hands of the charts that are drawn. */
  readonly #hands = new Map<unknown, Brusher>()

  constructor({ ask, schema, onbrush }: RoomOptions) {
    const finite = finiteExtents(ask)
    const connector = { query: ({ sql, type }: Query) => finite(sql, type) } as Connector
    // the marks themselves are told of their errors
    this.#coordinator = new Coordinator(connector, { logger: quiet, preagg: { schema } })
    this.#onbrush = onbrush
    this.#ask = ask
    for (const format of [undefined, ...axisFormats]) {
      this.#params.set(paramNames.format(format), Param.value<unknown>(axisText(format)))
    }
  }

  /** Charts that show a parameter follow its value without being drawn anew. */
  setValues(values: Readonly<Record<string, Value>>): void {
    for (const [name, value] of Object.entries(values)) {
      const key = paramNames.parameter(name)
      const param = this.#params.get(key)
      if (param) param.update(value)
      else this.#params.set(key, Param.value<unknown>(value))
    }
  }

  /** Makes a cell's chart; it is drawn once its data are here. `width` in pixels. */
  async draw({ cell, spec, width, selections }: ToDraw): Promise<DrawnChart> {
    for (const name of selections) this.#selection(name)
    const size = Param.value<unknown>(width)
    const params = new Map<string, unknown>([...this.#params, [paramNames.width, size]])
    for (const [name, selection] of this.#selections) {
      params.set(paramNames.selection(name), selection)
    }
    const api: unknown = createAPIContext({ coordinator: this.#coordinator })
    const { element } = await astToDOM(parseSpec(spec as unknown as Spec), {
      api,
      params: params as Params,
    })
    const drawn = new DrawnChart(element, (next) => void size.update(next))
    if (drawn.hand) this.#hands.set(drawn.hand.source, { hand: drawn.hand, drawn, cell })
    return drawn
  }

  /** Takes back what was brushed in a cell's chart. */
  takeBack(cell: string): void {
    const own = [...this.#hands.values()].filter((one) => one.cell === cell)
    for (const { hand } of own) this.#reset(hand.source)
  }

  /** Ends a chart and takes back what was brushed in it; other charts' brushes stay. */
  remove(drawn: DrawnChart): void {
    drawn.close()
    const source = drawn.hand?.source
    this.#hands.delete(source)
    this.#reset(source)
  }

  #reset(source: unknown): void {
    for (const selection of this.#selections.values()) {
      const own = selection.clauses.filter((clause) => clause.source === source)
      if (own.length > 0) selection.reset(own)
    }
  }

  /** The groups of a ready-made kind, among what is brushed elsewhere. */
  async kindRows({ draw, from = '', 'filter-by': filter }: Chart): Promise<KindRows> {
    if (!draw) throw new TypeError('The chart is not of a ready-made kind')
    const brushed = filter === undefined ? [] : this.#selection(filter).predicate(undefined)
    const where = [brushed].flat().flatMap((one) => (one ? [String(one)] : []))
    const bytes = await this.#ask(writeKindQuery(from, draw, where), 'arrow')
    return readKindRows(readResult(bytes ?? new Uint8Array()))
  }

  /** Calls whenever something else is brushed in the selection; the function returned ends it. */
  onBrush(name: string, call: () => void): () => void {
    const selection = this.#selection(name)
    selection.addEventListener('value', call)
    return () => selection.removeEventListener('value', call)
  }

  /** What was asked before may have another answer now. */
  forget(): void {
    this.#coordinator.manager.cache().clear()
    this.#coordinator.preaggregator.clear()
  }

  /** Takes back what was brushed. */
  clear(selection: string): void {
    this.#selections.get(selection)?.reset()
  }

  close(): void {
    this.#coordinator.clear()
  }

  #selection(name: string): Selection {
    const known = this.#selections.get(name)
    if (known) return known
    const selection = Selection.crossfilter()
    this.#selections.set(name, selection)
    selection.addEventListener('value', () => {
      this.#onbrush(name, this.#filters(selection))
      for (const { hand, drawn } of this.#hands.values()) hand.highlight(drawn.element)
    })
    return selection
  }

  #filters(selection: Selection): Filter[] {
    return selection.clauses.flatMap((clause) => {
      const known = this.#hands.get(clause.source)
      const brushed = known?.hand.read(clause)
      return known && brushed ? [{ cell: known.cell, brushed }] : []
    })
  }
}

export interface ToDraw {
  readonly cell: string
  readonly spec: JsonObject
  readonly width: number
  readonly selections: readonly string[]
}

interface Brusher {
  readonly hand: BrushHand
  readonly drawn: DrawnChart
  readonly cell: string
}

interface Query {
  readonly sql: string
  readonly type: 'exec' | 'arrow'
}

const nothing = () => undefined
const quiet = {
  debug: nothing,
  info: nothing,
  log: nothing,
  warn: nothing,
  error: nothing,
  group: nothing,
  groupCollapsed: nothing,
  groupEnd: nothing,
}
