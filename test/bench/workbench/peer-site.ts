import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Material } from './material.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const page =
  '<!doctype html><meta charset="utf-8"><table><tbody></tbody></table><script type="module" src="/main.js"></script>'
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
}

export interface PeerSite {
  readonly url: string
  close(): Promise<void>
}

/** The peers' page, their programs out of the packages, and the table, from this machine alone. */
export async function openPeerSite({ csv, arrow }: Material): Promise<PeerSite> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-peers-'))
  await bundlePage(folder)
  const folders: readonly (readonly [string, string])[] = [
    ['/duckdb/', join(root, 'node_modules/@duckdb/duckdb-wasm/dist')],
    ['/sqljs/', join(root, 'node_modules/sql.js/dist')],
  ]
  const files = new Map([
    ...arrow.map((file, index) => [`/tickets-${index}.arrow`, file] as const),
    ['/tickets.csv', csv],
    ['/main.js', join(folder, 'main.js')],
  ])
  const fileOf = (path: string) => {
    const inside = folders.find(([prefix]) => path.startsWith(prefix))
    return inside ? join(inside[1], normalize(path.slice(inside[0].length - 1))) : files.get(path)
  }
  const server = createServer(({ url = '/' }, response) => answer(response, url, fileOf(url)))
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: await listening(server), close }
}

/** Isolated, so that memory may be shared among threads and measured. */
function answer(response: ServerResponse, path: string, file: string | undefined): void {
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  if (path === '/') {
    response.setHeader('Content-Type', 'text/html')
    response.end(page)
    return
  }
  if (file === undefined) {
    response.writeHead(404).end()
    return
  }
  response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}/`
}

async function bundlePage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: {
        input: { main: join(root, 'test/bench/workbench/in-browser/main.ts') },
        output: { entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  })
}
