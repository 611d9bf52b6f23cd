import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Says nothing on stdout, which belongs to the command that asked for the build. The bundler is
 * loaded only if something has to be built: every command comes by here.
 */
async function quietly(name) {
  const { build } = await import('vite')
  await build({ configFile: fileURLToPath(new URL(name, import.meta.url)), logLevel: 'warn' })
}

/** What each part of the build is made from, and how. */
const parts = {
  node: {
    from: ['desktop', 'datasets/generator', 'package.json'],
    skip: ['desktop/renderer', 'desktop/docs'],
    make: async () => {
      await quietly('node.vite.config.mjs')
      await quietly('preload.vite.config.mjs')
    },
  },
  renderer: {
    from: ['desktop/renderer', 'desktop/contract', 'desktop/domain', 'package.json'],
    skip: [],
    make: () => quietly('renderer.vite.config.ts'),
  },
  index: {
    from: ['courses', 'datasets', 'notebooks', 'desktop/domain/search', 'desktop/services'],
    skip: ['datasets/generator'],
    make: async () => {
      const { writeSearchIndex } = await import(new URL('../../dist/node/cli.js', import.meta.url))
      await writeSearchIndex(join(root, 'dist/search-index.json'))
    },
  },
}

async function fingerprint({ from, skip }) {
  const hash = createHash('sha256')
  const walk = async (path) => {
    if (skip.includes(path)) return
    const info = await stat(join(root, path))
    if (!info.isDirectory()) {
      hash.update(`${path}\0${info.size}\0${info.mtimeMs}\n`)
      return
    }
    const names = await readdir(join(root, path))
    for (const name of names.sort()) await walk(`${path}/${name}`)
  }
  for (const path of from) await walk(path)
  return hash.digest('hex')
}

/**
 * Builds the named parts where their sources changed since the last time.
 * @param {('node'|'renderer'|'index')[]} wanted
 * @param {{ force?: boolean, quiet?: boolean }} [options]
 */
export async function ensureBuilt(wanted, { force = false, quiet = false } = {}) {
  if (process.env.ZHIZHI_BUILT) return // whoever runs many commands has built once
  for (const name of wanted) {
    const stamp = join(root, `dist/.${name}.stamp`)
    const now = await fingerprint(parts[name])
    const before = await readFile(stamp, 'utf8').catch(() => '')
    if (!force && now === before) continue
    if (!quiet) console.error(`正在构建 ${name} …`)
    await parts[name].make()
    await writeFile(stamp, now)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBuilt(['node', 'renderer', 'index'], { force: process.argv.includes('--force') })
}
