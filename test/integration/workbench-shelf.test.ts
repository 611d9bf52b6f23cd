import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBench, type Bench } from './workbench-support.ts'

const shipped = '---\ntitle: 随附\nquestion: 谁？\ndatasets: [hotline-tickets]\n---\n正文\n'

let bench: Bench
beforeAll(async () => {
  bench = await openBench({ shipped, other: '---\ntitle: 另一份\n---\n', broken: '没有开头\n' })
})
afterAll(() => bench.close())

it('lists what was shipped, and says what cannot be read', async () => {
  const all = await bench.shelf.list()
  expect(all.map(({ id, title, synthetic }) => [id, title, synthetic])).toEqual([
    ['broken', 'broken', false],
    ['other', '另一份', false],
    ['shipped', '随附', true],
  ])
  expect(all[0]?.problem).toMatchObject({ code: 'notebook_invalid', params: { line: 1 } })
  expect(all[2]?.problem).toBeNull()
})

it('keeps the user’s copy in front of what was shipped', async () => {
  const first = await bench.shelf.read('shipped')
  expect(first).toMatchObject({ source: shipped, edited: false })
  const edited = `${shipped}改过\n`
  const { version } = await bench.shelf.write('shipped', edited, first.version)
  expect(await bench.shelf.read('shipped')).toEqual({ source: edited, version, edited: true })
  const back = await bench.shelf.write('shipped', shipped, version)
  expect(await bench.shelf.read('shipped')).toMatchObject({ version: back.version, edited: false })
})

it('refuses to write over what was written since', async () => {
  const { version } = await bench.shelf.read('other')
  await expect(bench.shelf.write('other', 'x', 'f'.repeat(64))).rejects.toMatchObject({
    code: 'conflict',
  })
  await bench.shelf.write('other', 'x', version)
  await expect(bench.shelf.write('other', 'y', version)).rejects.toMatchObject({ code: 'conflict' })
  expect((await bench.shelf.read('other')).source).toBe('x')
})

it('makes a new notebook only where there is none', async () => {
  await expect(bench.shelf.read('mine')).rejects.toMatchObject({ code: 'not_found' })
  await bench.shelf.write('mine', '---\ntitle: 我的\n---\n', '')
  expect((await bench.shelf.list()).map(({ id }) => id)).toContain('mine')
  await expect(bench.shelf.write('mine', 'x', '')).rejects.toMatchObject({ code: 'conflict' })
})
