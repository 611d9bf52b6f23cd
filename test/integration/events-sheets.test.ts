import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../desktop/services/ports.ts'
import { make, openFolders, type Folders } from './datasets-support.ts'

/** A whole sheet and the beginning of a second one. */
const scale = 1.02

let folders: Folders
let engine: Engine & { close(): Promise<void> }
beforeAll(async () => {
  folders = await openFolders()
  const made = await make(folders, 'sheets', {
    seed: 7,
    scale,
    only: ['anlan-grid-events', 'hotline-tickets'],
  })
  engine = folders.engine('workbench')
  const relations = made.map(({ dataset, file }) => ({
    relation: { schema: '', name: dataset.replaceAll('-', '_') },
    file,
  }))
  await engine.call('attach', { relations })
})
afterAll(async () => {
  await engine.close()
  await folders.remove()
})

async function one(sql: string): Promise<unknown> {
  const stream = engine.stream('query', { schema: 'main', sql, parameters: {} })
  const rows: unknown[] = []
  for await (const { bytes } of stream) rows.push(...tableFromIPC(bytes).toArray())
  await stream.result
  return rows[0]
}

it.each([
  ['hotline_tickets', 'ticket_id', 306_000],
  ['anlan_grid_events', 'event_id', 204_000],
])('gives each of %s a %s of its own over all sheets', async (table, id, rows) => {
  expect(
    await one(
      `SELECT count(*)::DOUBLE AS rows, count(DISTINCT ${id})::DOUBLE AS ids FROM ${table}`,
    ),
  ).toEqual({ rows, ids: rows })
})

it('lets a second call follow a first one of its own sheet and caller', async () => {
  const wrong = await one(`SELECT count(again.repeat_of)::DOUBLE AS repeats,
    count(*) FILTER (first.ticket_id IS NULL OR first.caller_id <> again.caller_id
      OR first.created_at >= again.created_at)::DOUBLE AS wrong
    FROM hotline_tickets AS again LEFT JOIN hotline_tickets AS first ON again.repeat_of = first.ticket_id
    WHERE again.repeat_of IS NOT NULL`)
  expect(wrong).toEqual({ repeats: 24_480, wrong: 0 })
})

it('lets nobody of one sheet call in another', async () => {
  const sheet = "CAST(split_part(ticket_id, '-', 2) AS INTEGER) > 2000"
  const shared = await one(`SELECT count(*)::DOUBLE AS n FROM (
    SELECT caller_id FROM hotline_tickets GROUP BY 1 HAVING bool_or(${sheet}) AND NOT bool_and(${sheet}))`)
  expect(shared).toEqual({ n: 0 })
})
