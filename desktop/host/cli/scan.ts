import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { mostFileBytes } from '../../contract/gate.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { FileLook } from '../../services/gate/ports.ts'
import { findAppRoot } from '../app-root.ts'
import { superviseEngine } from '../engines.ts'
import { oneAtATime } from '../gate/maker.ts'
import { createGateReader } from '../gate/reader.ts'
import { createUnpack, isParquet } from '../gate/unpack.ts'
import { forkSpawner } from '../spawn-fork.ts'
import { print, printJson } from './output.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'

const usage = 'scan FILE [--json]'

/** Looks through a file for personal information and secrecy marks; keeps nothing. */
export const scanVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, { json: { type: 'boolean' } })
    const file = resolve(only(positionals, usage))
    await fileSize(file)
    const look = await lookAt(file)
    if (values.json) printJson(scanned(look))
    else say(look)
    return 0
  },
}

/** Parquet is unpacked by an engine, which is given a copy in a folder that may be lost. */
async function lookAt(file: string): Promise<FileLook> {
  const root = findAppRoot()
  const worker = join(root, 'dist/node/gate-worker.js')
  const call = { signal: new AbortController().signal, onProgress: () => undefined }
  const name = basename(file)
  if (!(await isParquet(file))) return createGateReader(worker).look(file, name, {}, true, call)
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-scan-'))
  try {
    const folders = { root, temporary, readable: [temporary] }
    const run = oneAtATime(() => superviseEngine('maker', folders, forkSpawner()))
    const copy = join(temporary, 'source')
    await copyFile(file, copy)
    return await createGateReader(worker, { unpack: createUnpack(run) }).look(
      copy,
      name,
      {},
      true,
      call,
    )
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** The size of a file that may be read; wrong usage where there is none. */
export async function fileSize(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new UsageError(`没有这个文件：${file}`)
  if (found.size > mostFileBytes) {
    const problem = `文件超过 ${mostFileBytes / 2 ** 20} MB；请先拆成几份`
    throw new ZhizhiError('import_refused', { problem })
  }
  return found.size
}

function scanned({ encoding, tables, occurrences, secrecy, notes }: FileLook) {
  return {
    encoding,
    tables,
    findings: occurrences.map(
      ({ kind, table, column, row, start, end, confidence, masked, by }) => {
        return { kind, table, column, row, start, end, confidence, masked, by }
      },
    ),
    secrecy,
    notes,
    verdict: verdictOf(secrecy.length, occurrences),
  }
}

/** What must become of a file: refused with a mark, masked with anything personal. */
export function verdictOf(
  marks: number,
  findings: readonly { readonly kind: string }[],
): 'clean' | 'mask' | 'refuse' {
  if (marks > 0) return 'refuse'
  return findings.some(({ kind }) => kind !== 'credit_code') ? 'mask' : 'clean'
}

function say({ encoding, tables, occurrences, secrecy, notes }: FileLook): void {
  for (const { mark, where } of secrecy) print(`密级标志“${mark}”：${where}。这份文件不能导入。`)
  if (secrecy.length > 0) return
  if (encoding !== null) print(`编码：${encoding}`)
  for (const note of notes) print(note)
  for (const { name, rows, columns } of tables) print(`${name}：${rows} 行，${columns.length} 列`)
  const counts = new Map<string, number>()
  for (const { table, column, kind, by } of occurrences) {
    const key = `${table} · ${column} · ${kind}${by === 'title' ? '（只看列名）' : ''}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const [key, count] of counts) print(`${key}：${count}`)
  print('姓名、住址靠上下文判断，会有漏的，也会有认错的；请您自己再看一遍。')
}
