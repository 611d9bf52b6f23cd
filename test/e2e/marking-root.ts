import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from './fixtures.ts'

const root = new URL('../..', import.meta.url).pathname

/** An installation whose only course has texts to mark, tables to repair and figures to read. */
export const test = base.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-marking-'))
    for (const part of ['package.json', 'desktop/build', 'dist', 'notebooks']) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    await cp(join(root, 'test/fixtures/courses-marking/courses'), join(folder, 'courses'), {
      recursive: true,
    })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await symlink(join(root, 'datasets'), join(folder, 'datasets'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

export const lessons = {
  mark: '#/learn/m1-marking/01-mark',
  repair: '#/learn/m1-marking/02-repair',
  figures: '#/learn/m1-marking/03-read-chart',
} as const
