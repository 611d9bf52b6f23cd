import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../', import.meta.url))

/**
 * Bundles a TypeScript program for Node below `node_modules/.cache`, so that the packages which stay
 * outside the bundle (DuckDB's binary) are found from there.
 */
export async function bundleProgram(
  entry: string,
): Promise<{ file: string; remove: () => Promise<void> }> {
  const cache = `${root}node_modules/.cache/zhizhi-test`
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(`${cache}/`)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: `${root}${entry}`,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  })
  return {
    file: `${folder}/program.mjs`,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
