import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { expect, test } from 'vitest'
import { fromPhoneSchema, toPhoneSchema } from '../../desktop/contract/lan-wire.ts'
import { appTable } from '../../desktop/contract/procedures.ts'
import { readPageFiles } from '../../desktop/host/lan/page-files.ts'

const built = new URL('../../dist/renderer/', import.meta.url).pathname
const manifest = JSON.parse(readFileSync(`${built}.vite/manifest.json`, 'utf8')) as Record<
  string,
  { file: string }
>
const files = Object.values(manifest).map(({ file }) => file.replace('assets/', ''))

/** The built files that a class serves. */
async function served(): Promise<{ name: string; text: string }[]> {
  const page = await readPageFiles(built)
  const found = await Promise.all(
    files.map(async (name) => ({ name, file: await page.file(name) })),
  )
  return found.flatMap(({ name, file }) =>
    file ? [{ name, text: file.bytes.toString('utf8') }] : [],
  )
}

test('a class serves the page of phones, and none of the app', async () => {
  const parts = await served()
  const names = parts.map(({ name }) => name)
  expect(names).toContain(manifest['learner.html']?.file.replace('assets/', ''))
  expect(names).not.toContain(manifest['index.html']?.file.replace('assets/', ''))
  expect(names.length).toBeLessThan(files.length / 2)
  expect(names.every((name) => ['.js', '.css', '.woff2', '.svg'].includes(extname(name)))).toBe(
    true,
  )
  const procedures = Object.keys(appTable).filter((name) => name.includes('.'))
  const words = [...procedures, 'duckdb', 'workbench', 'vgplot', '/rpc']
  for (const { name, text } of parts) {
    const told = words.filter((word) => text.includes(word))
    expect({ name, told }).toEqual({ name, told: [] })
  }
})

test('phones hear and say these things and no others', () => {
  const kinds = (schema: typeof fromPhoneSchema | typeof toPhoneSchema) =>
    schema.options.map((option) => option.shape.kind.value)
  expect(kinds(fromPhoneSchema)).toEqual([
    ...['back', 'pin', 'join', 'open', 'at', 'played', 'face', 'suggest', 'leave'],
  ])
  expect(kinds(toPhoneSchema)).toEqual([
    ...['seats', 'welcome', 'scenario', 'kept', 'heard', 'renamed', 'asked', 'refused', 'over'],
  ])
})
