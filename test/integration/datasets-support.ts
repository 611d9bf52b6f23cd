import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { generate, type MadeFile } from '../../datasets/generator/generate.ts'
import type { EngineRole } from '../../desktop/engine/config.ts'
import { superviseEngine } from '../../desktop/host/engines.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'

export const project = new URL('../..', import.meta.url).pathname
export const shipped = join(project, 'datasets')

/** Folders for one test file, with the engine's bundle below a place that finds node_modules. */
export async function openFolders() {
  const cache = join(project, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const root = await mkdtemp(join(cache, 'zhizhi-datasets-'))
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-datasets-'))
  const data = join(temporary, 'data')
  await mkdir(data)
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      ssr: join(project, 'desktop/engine/main.ts'),
      outDir: join(root, 'dist/node'),
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'engine.js' } },
    },
  })
  return {
    root,
    temporary,
    data,
    engine: (role: EngineRole) =>
      superviseEngine(role, { root, temporary, readable: [data] }, forkSpawner()),
    async remove() {
      await rm(root, { recursive: true, force: true })
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

export type Folders = Awaited<ReturnType<typeof openFolders>>

/** Makes all datasets below the engine's data folder, in an engine process of its own. */
export async function make(
  folders: Folders,
  name: string,
  options: { seed: number; scale: number },
): Promise<MadeFile[]> {
  const sourceDir = join(folders.data, 'sources')
  await cp(shipped, sourceDir, { recursive: true })
  const files = generate({ ...options, sourceDir, outDir: join(folders.data, name) })
  const engine = folders.engine('maker')
  for (const { file, statements } of files) {
    await mkdir(dirname(file), { recursive: true })
    await engine.call('maker.run', { statements: [...statements] })
  }
  await engine.close()
  return files
}

export async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}
