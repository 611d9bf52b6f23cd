import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace, type Workspace } from '../../desktop/journal/workspace.ts'
import { NotebookLibrary } from '../../desktop/services/workbench/notebook-library.ts'
import { NotebookVersions } from '../../desktop/services/workbench/notebook-versions.ts'
import { Scratch } from './journal-support.ts'

const scratch = new Scratch()
const titled = (title: string, text = '') => `---\ntitle: ${title}\n---\n${text}`

let workspace: Workspace
let library: NotebookLibrary
let versions: NotebookVersions
let minutes = 0
beforeAll(async () => {
  const root = await scratch.folder()
  await mkdir(join(root, 'notebooks'))
  await writeFile(join(root, 'notebooks/shipped.md'), titled('随附'))
  const clock = { now: () => new Date(Date.UTC(2026, 10, 26, 9) + minutes * 60_000) }
  workspace = await openWorkspace(join(root, 'workspace'), { clock })
  const content = createContent(root, join(root, 'copies'))
  const parts = { content, files: workspace.notebooks, clock }
  library = new NotebookLibrary(parts)
  versions = new NotebookVersions(parts)
})
afterAll(async () => {
  await workspace.close()
  await scratch.clear()
})

describe('new notebooks', () => {
  it('get ids of their own, made at the same time or after one was removed', async () => {
    const made = await Promise.all(
      ['甲', '乙', 'Shipped'].map((name) => library.create(titled(name))),
    )
    expect(made.map(({ id }) => id)).toEqual([
      'notebook-20261126-1',
      'notebook-20261126-2',
      'shipped-2',
    ])
    await library.remove('notebook-20261126-2', made[1]!.version)
    expect((await library.create(titled('丙'))).id).toBe('notebook-20261126-3')
    expect((await library.create(titled('丁'), 'census-2020-1')).id).toBe('census-2020-1')
    expect((await library.create(titled('丁'), 'census-2020-1')).id).toBe('census-2020-2')
  })

  it('come back after they were removed, unless they were forgotten', async () => {
    const { id, version } = await library.create(titled('会删掉', '正文\n'))
    minutes += 1
    await library.remove(id, version)
    expect((await library.removed())[0]).toEqual({
      id,
      title: '会删掉',
      at: '2026-11-26T09:01:00.000Z',
    })
    await library.bringBack(id)
    expect((await workspace.notebooks.read(id))?.text).toBe(titled('会删掉', '正文\n'))
    await expect(library.bringBack(id)).rejects.toMatchObject({ code: 'conflict' })
    await library.remove(id, version)
    await library.forget(id)
    await expect(library.bringBack(id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are not mixed up with what was shipped, which stays', async () => {
    await expect(library.remove('shipped', '')).rejects.toMatchObject({ code: 'bad_request' })
  })
})

describe('the versions of a shipped notebook', () => {
  it('begin with what was shipped, each with the size of its change', async () => {
    expect(await versions.list('shipped')).toMatchObject([{ until: null, damaged: false }])
    const one = await workspace.notebooks.write('shipped', titled('随附', '一\n二\n'), undefined)
    minutes += 1
    await workspace.notebooks.write('shipped', titled('改名', '一\n'), one.version)
    const [edited, shipped] = await versions.list('shipped')
    expect(edited).toMatchObject({ version: one.version, size: { added: 2, removed: 0 } })
    expect((await versions.read('shipped', shipped!.version)).source).toBe(titled('随附'))
    await versions.name('shipped', one.version, '送审稿')
    expect((await versions.list('shipped'))[0]?.name).toBe('送审稿')
    await expect(versions.read('shipped', '0'.repeat(64))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
