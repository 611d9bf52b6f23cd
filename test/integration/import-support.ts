import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { createContent } from '../../desktop/host/content.ts'
import { createParquetWriter } from '../../desktop/host/gate/parquet.ts'
import { sayingWhenFull } from '../../desktop/host/gate/disk.ts'
import { oneAtATime } from '../../desktop/host/gate/maker.ts'
import { createGateReader } from '../../desktop/host/gate/reader.ts'
import { createUnpack } from '../../desktop/host/gate/unpack.ts'
import { createWaitingRoom } from '../../desktop/host/gate/waiting-room.ts'
import { superviseEngine } from '../../desktop/host/engines.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { Attaching } from '../../desktop/services/attaching.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { Gate } from '../../desktop/services/gate/gate.ts'
import type { Decision } from '../../desktop/domain/catalogue/importing/recipe.ts'
import { settingsProjection } from '../../desktop/services/settings.ts'
import { project } from './datasets-support.ts'

export const call = { signal: new AbortController().signal, onProgress: () => undefined }

/** The bundles of thread and engine below a place that finds node_modules. */
async function bundles(): Promise<string> {
  const cache = join(project, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const root = await mkdtemp(join(cache, 'zhizhi-import-'))
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: join(root, 'dist/node'),
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          engine: join(project, 'desktop/engine/main.ts'),
          'gate-worker': join(project, 'desktop/host/gate/worker.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  return root
}

interface Opening {
  /** Another's bundles. */
  readonly built?: string
  /** Done to the workspace's folder before it is opened. */
  readonly prepare?: (folder: string) => void
}

/** The gate on a workspace of its own, with its thread and with engines. */
export async function openGate({ built, prepare }: Opening = {}) {
  const root = built ?? (await bundles())
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-import-'))
  prepare?.(folder)
  const open = async () => {
    const workspace = await openWorkspace(folder, { projections: [settingsProjection] })
    const { listings, ownDatasets: own, journal, paths } = workspace
    const data = join(paths.tmp, 'data')
    await mkdir(data, { recursive: true })
    const content = createContent(root, data)
    const catalogue = await createCatalogue(content, listings, createContent(folder, data))
    const folders = { root, temporary: paths.tmp, readable: [data] }
    const engine = superviseEngine('workbench', folders, forkSpawner())
    const attaching = new Attaching(catalogue, engine)
    const quarantine = join(paths.tmp, 'quarantine')
    const run = oneAtATime(() =>
      superviseEngine('maker', { ...folders, readable: [quarantine] }, forkSpawner()),
    )
    const gate = new Gate({
      room: createWaitingRoom(quarantine),
      reader: createGateReader(join(root, 'dist/node/gate-worker.js'), {
        secrets: { salt: workspace.salt, today: () => '2026-11-26' },
        unpack: createUnpack(run),
      }),
      parquet: createParquetWriter(run),
      own: sayingWhenFull(own),
      catalogue,
      attaching,
      journal,
      clock: { now: () => new Date('2026-11-26T02:00:00Z') },
    })
    return { workspace, catalogue, engine, attaching, gate, quarantine }
  }
  let opened = await open()
  const close = async () => {
    await opened.engine.close()
    await opened.workspace.close()
  }
  return {
    folder,
    root,
    now: () => opened,
    async again() {
      await close()
      opened = await open()
    },
    async remove() {
      await close()
      await rm(folder, { recursive: true, force: true })
      await rm(root, { recursive: true, force: true })
    },
  }
}

export type Opened = Awaited<ReturnType<typeof openGate>>

/** Brings a file to the gate, in two pieces; its token. */
export async function bring(gate: Gate, name: string, bytes: Uint8Array): Promise<string> {
  const token = await gate.begin(name, bytes.length)
  const half = Math.ceil(bytes.length / 2)
  await gate.append(token, bytes.subarray(0, half))
  await gate.append(token, bytes.subarray(half))
  return token
}

export async function look(gate: Gate, name: string, bytes: Uint8Array) {
  const token = await bring(gate, name, bytes)
  const found = await gate.look(token, {}, false, call)
  return { token, ...found }
}

/** Imports a file as it is proposed, but for these decisions. */
export async function importAs(
  gate: Gate,
  id: string,
  name: string,
  bytes: Uint8Array,
  decisions: Record<string, Decision> = {},
) {
  const { token, look: table, encoding, delimiter, table: sheet } = await look(gate, name, bytes)
  if (!table) throw new Error('refused')
  const recipe = { ...table.recipe, encoding, delimiter, table: sheet }
  return gate.import(token, { recipe, decisions, id, title: id }, call)
}
