import { openPort } from '../../../../desktop/renderer/rpc/open-port.ts'
import { appTable } from '../../../../desktop/contract/procedures.ts'
import { connect } from '../../../../desktop/contract/wire/client.ts'
import { socketConnector } from '@uwdata/mosaic-core'
import { ChartRoom, type Ask } from '../../../../desktop/renderer/features/workbench/charts/room.ts'
import type { DrawnChart } from '../../../../desktop/renderer/features/workbench/charts/drawn-chart.ts'

/** A chart as the app compiles it. */
export interface PageChart {
  readonly cell: string
  readonly spec: string
  readonly selections: readonly string[]
}

/**
 * How the charts of the page are answered: through all of the app's layers; the same, each brush put
 * to the whole table; by Mosaic's own socket connector and a bare server.
 */
export type Way = 'ours' | 'direct' | 'stock'

export interface PageOpening {
  readonly way: Way
  /** The notebook that makes the table; its charts. */
  readonly source: string
  readonly charts: readonly PageChart[]
  /** Where the bare server listens. */
  readonly stock: string
}

/** What the page can be told to do. */
export interface BrushPage {
  /** Draws the charts; milliseconds until all stand. */
  open(opening: PageOpening): Promise<number>
  /** The pointer comes to the first chart; milliseconds until the first brush shows in the others. */
  enter(): Promise<number>
  /** Brushes the first chart in so many steps; milliseconds of each until the others show it. */
  drag(steps: number): Promise<number[]>
  /** What was asked of the app's engine since the charts were opened. */
  asked(): string[]
  /** How many rows the other charts count now. */
  counts(): number[]
}

declare global {
  interface Window {
    brushPage: BrushPage
  }
}

interface Standing {
  readonly drawn: DrawnChart
  counts: number
  told: () => void
}

let standing: Standing[] = []

/** The sessions in which a notebook's table is made; opened once, since the making takes its time. */
const sessions = new Map<string, ReturnType<typeof openSession>>()
let asked: string[] = []

async function openSession(source: string) {
  const client = connect(await openPort(), appTable)
  const { session: id } = await client.call('session.open', {})
  const run = client.stream('session.run', { session: id, source, values: {} })
  for await (const state of run) if (state.error) throw new Error(state.error.code)
  await run.result
  const ask: Ask = async (sql, type) => {
    asked.push(sql)
    return (await client.call('session.chart', { session: id, sql, type })).bytes
  }
  return { id, ask }
}

async function roomOf({ way, source, stock }: PageOpening): Promise<ChartRoom> {
  const options = { onbrush: () => undefined }
  if (way === 'stock') {
    const connector = socketConnector({ uri: stock })
    const ask: Ask = async (sql, type) => {
      const reply: unknown = await connector.query({ type: type as 'arrow', sql })
      return reply instanceof ArrayBuffer ? new Uint8Array(reply) : undefined
    }
    return new ChartRoom({ ...options, schema: 'mosaic', ask })
  }
  const known = sessions.get(source) ?? openSession(source)
  sessions.set(source, known)
  const { id, ask } = await known
  const direct: Ask = (sql, type) =>
    type === 'exec' ? Promise.reject(new Error('nothing is made beforehand')) : ask(sql, type)
  return new ChartRoom({ ...options, schema: id, ask: way === 'ours' ? ask : direct })
}

async function draw(room: ChartRoom, { cell, spec, selections }: PageChart): Promise<Standing> {
  const drawn = await room.draw({ cell, spec: JSON.parse(spec) as never, width: 560, selections })
  const one: Standing = { drawn, counts: 0, told: () => undefined }
  await new Promise<void>((resolve, reject) => {
    one.told = resolve
    drawn.follow({
      ondraw: (_svg, marks) => {
        one.counts = (marks[0]?.y ?? []).reduce<number>((sum, y) => sum + Number(y), 0)
        one.told()
      },
      onfail: reject,
    })
    document.querySelector('#charts')?.append(drawn.element)
  })
  return one
}

const others = () => standing.slice(1)

/** Brushes a part of the first axis; resolves when the others have been drawn anew. */
async function brush(from: number, to: number): Promise<number> {
  const begin = performance.now()
  const seen = others().map((one) => new Promise<void>((resolve) => (one.told = resolve)))
  const hand = standing[0]?.drawn.hand
  const space = hand?.space
  if (!hand || !space) throw new Error('no brush')
  const at = (share: number) => space.low + share * (space.high - space.low)
  hand.stretch({ from: at(from), to: at(to) })
  await Promise.all(seen)
  return performance.now() - begin
}

window.brushPage = {
  async open(opening) {
    document.body.innerHTML = '<div id="charts"></div>'
    const room = await roomOf(opening)
    asked = []
    const begin = performance.now()
    standing = await Promise.all(opening.charts.map((chart) => draw(room, chart)))
    return performance.now() - begin
  },
  async enter() {
    const begin = performance.now()
    const svg = standing[0]?.drawn.element.querySelector('svg')
    svg?.dispatchEvent(new PointerEvent('pointerenter'))
    await brush(0.1, 0.25)
    return performance.now() - begin
  },
  async drag(steps) {
    const times: number[] = []
    for (let step = 1; step <= steps; step += 1) {
      times.push(await brush(0.1 + (0.6 * step) / steps, 0.25 + (0.6 * step) / steps))
    }
    return times
  },
  asked: () => asked,
  counts: () => others().map(({ counts }) => counts),
}
