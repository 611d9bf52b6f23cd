import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const built = new URL('../../dist/renderer/', import.meta.url).pathname
const { modules, imports } = JSON.parse(readFileSync(join(built, 'modules.json'), 'utf8')) as {
  modules: string[]
  imports: string[]
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
