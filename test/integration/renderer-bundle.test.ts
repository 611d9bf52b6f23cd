import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Drawn } from '../../desktop/build/drawn.ts'

const built = new URL('../../dist/renderer/', import.meta.url).pathname
const { modules, imports, drawn } = JSON.parse(
  readFileSync(join(built, 'modules.json'), 'utf8'),
) as {
  modules: string[]
  imports: string[]
  drawn: Drawn[]
}

/** Addresses that libraries name but never ask for: namespaces, and links in error texts. */
const inert = new Set([
  'www.w3.org',
  'json-schema.org',
  'svelte.dev',
  'github.com',
  'observablehq.com',
  'idl.uw.edu',
])

test('nothing of Node, Electron or the other sides is in the bundle', () => {
  const foreign = [...modules, ...imports].filter((id) =>
    /^node:|__vite-browser-external|\/node_modules\/electron\/|\/desktop\/(services|engine|journal|host)\//.test(
      id,
    ),
  )
  expect(modules.length).toBeGreaterThan(50)
  expect(foreign).toEqual([])
  expect(imports).toEqual([])
})

test('the bundle names no address that it could ask', () => {
  const hosts = new Set<string>()
  for (const file of readdirSync(join(built, 'assets')).filter((name) =>
    /\.(js|css)$/.test(name),
  )) {
    const text = readFileSync(join(built, 'assets', file), 'utf8')
    for (const [, host] of text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9.-]+)/gi)) hosts.add(host!)
  }
  expect([...hosts].filter((host) => !inert.has(host))).toEqual([])
})

/** Bytes that one module may bring along; these are heavy and needed, each with room for a little. */
const most = 5_000
const heavy: Readonly<Record<string, number>> = {
  // the schemas of every kind of exercise, with their rules
  'desktop/domain/course/exercise.ts': 112_000,
  'desktop/domain/course/record.ts': 18_000,
  'desktop/domain/notebook/sql-errors/explain.ts': 14_000,
  'desktop/domain/classroom/levels.ts': 14_000,
  'desktop/domain/simulation/player.ts': 14_000,
  'desktop/domain/catalogue/data-package.ts': 10_500,
  'desktop/domain/simulation/scenario.ts': 7_500,
}

test('the contract draws no rules into the first load of every window', () => {
  const over = drawn.filter(({ module, bytes }) => bytes > (heavy[module] ?? most))
  const told = over.map(
    ({ module, by, bytes, most: largest }) =>
      `${by} imports ${module}, which brings ${bytes} bytes into every window’s first load (most of it ${largest.join(', ')}): put what the contract needs into a file of its own, as domain/assessment/training/kinds.ts`,
  )
  expect(told).toEqual([])
  expect(drawn.length).toBeGreaterThan(30)
})
