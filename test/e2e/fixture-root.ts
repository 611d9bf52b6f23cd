import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from './fixtures.ts'

const root = new URL('../..', import.meta.url).pathname

/** An installation whose only courses are those of a folder below `test/fixtures`. */
export const testOn = (fixture: string) =>
  base.extend<{ appRoot: string }>({
    appRoot: async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), `zhizhi-${fixture}-`))
      for (const part of ['package.json', 'desktop/build', 'dist', 'notebooks']) {
        await cp(join(root, part), join(folder, part), { recursive: true })
      }
      const courses = join(root, 'test/fixtures', fixture, 'courses')
      await cp(courses, join(folder, 'courses'), { recursive: true })
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
      await symlink(join(root, 'datasets'), join(folder, 'datasets'))
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
  })
