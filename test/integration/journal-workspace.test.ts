import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyJournal } from '../../desktop/journal/verify.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { change, flip, Scratch, segmentFiles } from './journal-support.ts'
import { tally } from './journal-tally.ts'

const scratch = new Scratch()
const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const step of undo.splice(0)) step()
  await scratch.clear()
})

describe('a workspace', () => {
  it('is made where there is none, with its folders and a key for its owner alone', async () => {
    const folder = join(await scratch.folder(), '工作区', 'a')
    const { journal, paths, close } = await openWorkspace(folder)
    expect(journal.damage).toEqual([])
    expect(journal.head.seq).toBe(0)
    const names = await readdir(folder)
    expect(names.sort()).toEqual(
      [
        'backups',
        'datasets',
        'journal',
        'keys',
        'maps',
        'notebooks',
        'packages',
        'people',
        'suggestions',
      ]
        .concat('snapshots', 'tmp', 'workspace.json')
        .sort(),
    )
    if (process.platform !== 'win32') {
      expect((await stat(join(paths.keys, 'workspace.pem'))).mode & 0o777).toBe(0o600)
    }
    await close()
    expect(await verifyJournal(folder)).toMatchObject({ intact: true, events: 0, damaged: [] })
  })

  it('keeps events across starts, in order, over several segments', async () => {
    const folder = await scratch.folder()
    const options = { projections: [tally], segmentBytes: 2000, snapshotEvery: 7 }
    for (let start = 0; start < 3; start++) {
      const { journal, close } = await openWorkspace(folder, options)
      expect(journal.state(tally).events).toBe(start * 20)
      const appended = await Promise.all(
        Array.from({ length: 20 }, (_, n) => journal.append({ type: 'counted', data: { n } })),
      )
      expect(appended.map(({ seq }) => seq)).toEqual(
        Array.from({ length: 20 }, (_, n) => start * 20 + n + 1),
      )
      expect(journal.state(tally).events).toBe(start * 20 + 20)
      await close()
    }
    expect((await segmentFiles(folder)).length).toBeGreaterThan(1)
    expect(await verifyJournal(folder)).toMatchObject({ intact: true, events: 60 })
  })

  it('gives reducers what a later start will give them', async () => {
    const folder = await scratch.folder()
    const { journal, close } = await openWorkspace(folder)
    const data = { a: undefined, b: { c: [1] } }
    const written = journal.append({ type: 'x', data })
    data.b.c.push(2)
    expect((await written).data).toEqual({ b: { c: [1] } })
    await expect(journal.append({ type: 'x', data: { at: new Date() } })).rejects.toThrow(TypeError)
    await close()
    await expect(journal.append({ type: 'x', data: {} })).rejects.toThrow('closed')
    expect((await verifyJournal(folder)).events).toBe(1)
  })

  it('can be verified while it is being written', async () => {
    const folder = await scratch.folder()
    const { journal, close } = await openWorkspace(folder, { segmentBytes: 4000 })
    const done = new AbortController()
    const writer = (async () => {
      while (!done.signal.aborted)
        await journal.append({ type: 'x', data: { text: 'y'.repeat(300) } })
    })()
    for (let round = 0; round < 30; round++) {
      expect(await verifyJournal(folder)).toMatchObject({ intact: true, damaged: [] })
    }
    done.abort()
    await writer
    await close()
  })

  it('is found by verification only where it is', async () => {
    const folder = await scratch.folder()
    await expect(verifyJournal(folder)).rejects.toMatchObject({ code: 'not_found' })
    await expect(verifyJournal(join(folder, 'a'))).rejects.toMatchObject({ code: 'not_found' })
    expect(await readdir(folder)).toEqual([])
  })

  it('has one writer: a second is told who', async () => {
    const folder = await scratch.folder()
    const first = await openWorkspace(folder)
    await expect(openWorkspace(join(folder, '.'))).rejects.toMatchObject({
      code: 'workspace_locked',
      params: { path: folder, pid: process.pid },
    })
    await first.close()
    await (await openWorkspace(folder)).close()
  })

  it('empties its temporary folder, and only its own', async () => {
    const folder = await scratch.folder()
    await (await openWorkspace(folder)).close()
    await mkdir(join(folder, 'tmp', 'decoded'))
    await writeFile(join(folder, 'tmp', 'decoded', 'a.csv'), 'a')
    await (await openWorkspace(folder)).close()
    expect(await readdir(join(folder, 'tmp'))).toEqual([])

    const other = await scratch.folder()
    await mkdir(join(other, 'tmp'))
    await writeFile(join(other, 'tmp', 'mine.txt'), 'a')
    await writeFile(join(other, 'letter.txt'), 'a')
    await expect(openWorkspace(other)).rejects.toMatchObject({
      code: 'workspace_unsuitable',
      params: { path: other, foreign: 'letter.txt' },
    })
    expect(await readFile(join(other, 'tmp', 'mine.txt'), 'utf8')).toBe('a')
  })

  it('of a newer version is left alone', async () => {
    const folder = await scratch.folder()
    await (await openWorkspace(folder)).close()
    await writeFile(join(folder, 'workspace.json'), '{"format":2}')
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: 'workspace_unsuitable',
      params: { format: 2 },
    })
  })
})

/**
 * Makes a folder that cannot be written to: by its mode, or by a read-only mount for root, whom no
 * mode stops. False where root may not mount either, as in some containers.
 */
async function makeReadOnly(folder: string): Promise<boolean> {
  if (process.getuid?.() !== 0) {
    for (const name of ['.', ...(await readdir(folder, { recursive: true }))]) {
      const path = join(folder, name)
      await chmod(path, (await stat(path)).isDirectory() ? 0o555 : 0o444)
    }
    undo.push(() => execFileSync('chmod', ['-R', 'u+w', folder]))
    return true
  }
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' })
  } catch {
    return false
  }
  undo.push(() => execFileSync('umount', [folder]))
  execFileSync('mount', ['-o', 'remount,bind,ro', folder])
  return true
}

describe('a place that cannot be written to', () => {
  it('is named: a file where the folder should be', async () => {
    const file = join(await scratch.folder(), 'file')
    await writeFile(file, '')
    await expect(openWorkspace(file)).rejects.toMatchObject({
      code: 'workspace_readonly',
      params: { path: file },
    })
  })

  it('is named: a file where one of its folders should be', async () => {
    const folder = await scratch.folder()
    await writeFile(join(folder, 'people'), '')
    await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'workspace_readonly' })
  })

  it('is named: a read-only disk, empty or with a workspace on it', async () => {
    const empty = await scratch.folder()
    const used = await scratch.folder()
    const before = await openWorkspace(used)
    await before.journal.append({ type: 'x', data: {} })
    await before.close()
    for (const folder of [empty, used]) {
      const path = (await makeReadOnly(folder)) ? folder : '/proc/zhizhi'
      if (path !== folder) console.log(`no right to mount: tried ${path} instead`)
      const error: unknown = await openWorkspace(path).catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'workspace_readonly', params: { path } })
    }
    // Reading needs no writing.
    expect(await verifyJournal(used)).toMatchObject({ intact: true, events: 1 })
  })
})

describe('people', () => {
  it('are added, changed and forgotten, and the chain stays whole', async () => {
    const folder = await scratch.folder()
    const { people, journal, close } = await openWorkspace(folder)
    const wang = await people.add({ name: '王芳', picture: 'crane' })
    const li = await people.add({ name: '李强', picture: 'bamboo' })
    await journal.append({ type: 'lesson.opened', by: wang.id, data: { lesson: 'a' } })
    await people.change({ ...li, name: '李强（三组）' })
    await people.forget(wang.id)
    expect(people.list()).toEqual([{ ...li, name: '李强（三组）' }])
    await expect(people.change(wang)).rejects.toMatchObject({ code: 'not_found' })
    await expect(people.forget(wang.id)).rejects.toMatchObject({ code: 'not_found' })
    await close()

    const again = await openWorkspace(folder)
    expect(again.people.list()).toEqual([{ ...li, name: '李强（三组）' }])
    await again.close()
    expect(await verifyJournal(folder)).toMatchObject({ intact: true, events: 1 })
    expect(await filesHolding(folder, '王芳')).toEqual([])
  })

  it('whose file is damaged are set aside, told of, and can still be forgotten', async () => {
    const folder = await scratch.folder()
    const first = await openWorkspace(folder)
    const { id } = await first.people.add({ name: '王芳', picture: 'crane' })
    await first.close()
    await change(join(folder, 'people', `${id}.json`), flip(0, 1))

    const second = await openWorkspace(folder)
    expect(second.people.list()).toEqual([])
    expect(second.journal.damage).toEqual([
      { file: `people/${id}.json`, line: 0, reason: 'person_unreadable' },
    ])
    expect(await filesHolding(folder, '王芳')).toHaveLength(1)
    await second.people.forget(id)
    expect(await filesHolding(folder, '王芳')).toEqual([])
    await second.close()
  })
})

async function filesHolding(folder: string, text: string): Promise<readonly string[]> {
  const holding: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    if ((await stat(path)).isFile() && (await readFile(path)).includes(text)) holding.push(name)
  }
  return holding
}

describe('notebooks', () => {
  it('are plain files that change only from the version one has seen', async () => {
    const folder = await scratch.folder()
    const { notebooks, close } = await openWorkspace(folder)
    expect(await notebooks.read('老龄化')).toBeUndefined()
    const first = await notebooks.write('老龄化', '# 一\n', undefined)
    await expect(notebooks.write('老龄化', '# 二\n', undefined)).rejects.toMatchObject({
      code: 'conflict',
      params: { id: '老龄化' },
    })
    const second = await notebooks.write('老龄化', '# 二\n', first.version)
    await expect(notebooks.write('老龄化', '# 三\n', first.version)).rejects.toThrow('conflict')
    expect(await notebooks.read('老龄化')).toEqual(second)
    expect(await readFile(join(folder, 'notebooks', '老龄化.md'), 'utf8')).toBe('# 二\n')
    expect(await notebooks.list()).toEqual(['老龄化'])

    // Someone used another editor meanwhile.
    await writeFile(join(folder, 'notebooks', '老龄化.md'), '# 别处\n')
    await expect(notebooks.write('老龄化', '# 四\n', second.version)).rejects.toThrow('conflict')
    await close()
  })

  it('let one of several writers from the same base through', async () => {
    const { notebooks, close } = await openWorkspace(await scratch.folder())
    const { version } = await notebooks.write('a', '0', undefined)
    const results = await Promise.allSettled(
      ['1', '2', '3'].map((text) => notebooks.write('a', text, version)),
    )
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    await close()
  })

  it.each(['', '..', '../a', 'a/b', 'a\\b', '.a', 'CON', 'a.', 'a\0', 'e\u0301', 'x'.repeat(81)])(
    'have no id like %j',
    async (id) => {
      const { notebooks, close } = await openWorkspace(await scratch.folder())
      await expect(notebooks.write(id, '', undefined)).rejects.toMatchObject({
        code: 'bad_request',
      })
      expect(await notebooks.read(id)).toBeUndefined()
      await close()
    },
  )
})
