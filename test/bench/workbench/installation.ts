import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { addDataset, makeMaterial, type Material } from './material.ts'

const sources = fileURLToPath(new URL('../../../', import.meta.url))

/** An installation of its own, with the table among its datasets and a notebook that asks of it. */
export interface Installation {
  readonly root: string
  readonly material: Material
  remove(): Promise<void>
}

/** What came built is linked; `notebooks` by id. */
export async function install(
  rows: number,
  notebooks: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const root = await mkdtemp(join(tmpdir(), 'zhizhi-bench-'))
  for (const part of ['package.json', 'dist', 'desktop/build']) {
    await cp(join(sources, part), join(root, part), { recursive: true })
  }
  await symlink(join(sources, 'node_modules'), join(root, 'node_modules'))
  for (const part of ['courses', 'notebooks']) await mkdir(join(root, part))
  const model = 'datasets/census-2020'
  await cp(join(sources, model), join(root, model), { recursive: true })
  const material = await makeMaterial(root, rows)
  await addDataset(root, material)
  for (const [id, text] of Object.entries(notebooks)) {
    await writeFile(join(root, 'notebooks', `${id}.md`), text)
  }
  return { root, material, remove: () => rm(root, { recursive: true, force: true }) }
}

export interface Host {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/** The web host of an installation, on a workspace of its own. */
export async function startHost(root: string): Promise<Host> {
  const args = ['serve', '--json', '--no-open', '--workspace', join(root, 'workspace')]
  const program = join(root, 'desktop/build/zhizhi.mjs')
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ZHIZHI_BUILT: '1' },
  })
  const url = await addressFrom(child)
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  return { url, pid: child.pid ?? 0, stop }
}

async function addressFrom({ stdout }: ChildProcess): Promise<string> {
  if (stdout) {
    for await (const line of createInterface({ input: stdout })) {
      return (JSON.parse(line) as { url: string }).url
    }
  }
  throw new Error('the host ended before it gave an address')
}
