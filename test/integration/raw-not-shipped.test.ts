import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shippedSeed } from '../../datasets/generator/generate.ts'
import { rawFiles } from '../../datasets/generator/raw/raw.ts'
import { sqlName } from '../../desktop/domain/catalogue/sql-name.ts'
import { createContent } from '../../desktop/host/content.ts'
import { makeRaw } from '../../desktop/host/make-raw.ts'
import { Attaching } from '../../desktop/services/attaching.ts'
import { createCatalogue, type Catalogue } from '../../desktop/services/catalogue.ts'
import type { Engine } from '../../desktop/services/ports.ts'
import { openFolders, project, shipped, type Folders } from './datasets-support.ts'

let folders: Folders
let engine: Engine & { close(): Promise<void> }
let catalogue: Catalogue
beforeAll(async () => {
  folders = await openFolders()
  catalogue = await createCatalogue(createContent(project, folders.data))
  engine = folders.engine('workbench')
  await new Attaching(catalogue, engine).need(catalogue.entries().map(({ id }) => id))
})
afterAll(async () => {
  await engine.close()
  await folders.remove()
})

/** A mobile number or a resident id, on its own. */
const personal = '(^|[^0-9])(1[3-9][0-9]{9}|[0-9]{17}[0-9Xx])([^0-9]|$)'

async function countOf(sql: string): Promise<number> {
  const stream = engine.stream('query', { schema: 'main', sql, parameters: {} })
  let count = 0
  for await (const { bytes } of stream) {
    for (const row of tableFromIPC(bytes).toArray() as { n: number }[]) count += row.n
  }
  await stream.result
  return count
}

it('writes raw fixtures where it is told to', async () => {
  const written = await makeRaw(folders.temporary, shippedSeed)
  expect(written.map((file) => file.slice(folders.temporary.length))).toEqual([
    '/raw/residents.csv',
    '/raw/tickets.csv',
    '/raw/tickets.labels.csv',
  ])
  const texts = await Promise.all(written.map((file) => readFile(file, 'utf8')))
  expect(texts).toEqual(rawFiles(shippedSeed).map(({ text }) => text))
})

it('ships no raw fixture, by name or by what is in it', async () => {
  const files = await readdir(shipped, { recursive: true })
  const names = rawFiles(shippedSeed).map(({ name }) => name)
  expect(files.filter((file) => names.some((name) => file.endsWith(name)))).toEqual([])
  for (const file of files.filter((each) => /\.(?:json|csv|ya?ml|md)$/.test(each))) {
    const text = (await readFile(join(shipped, file), 'utf8')).replace(/sha256:[0-9a-f]{64}/g, '')
    expect([file, new RegExp(personal).test(text)]).toEqual([file, false])
  }
})

it('ships no table with a telephone number or a resident id in any text', async () => {
  for (const { id } of catalogue.entries()) {
    const { package: dataset, relations } = catalogue.dataset(id)
    for (const [index, { name, schema }] of dataset.resources.entries()) {
      const texts = schema.fields.filter(({ type }) => type === 'string').map((field) => field.name)
      if (texts.length === 0) continue
      const found = texts.map((field) => `regexp_matches(${field}, '${personal}')`).join(' OR ')
      const from = sqlName(relations[index]!)
      const n = await countOf(`SELECT count(*)::DOUBLE AS n FROM ${from} WHERE ${found}`)
      expect([id, name, n]).toEqual([id, name, 0])
    }
  }
})
