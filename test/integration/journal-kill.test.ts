import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyJournal } from '../../desktop/journal/verify.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { bundleProgram } from '../bundle.ts'
import { runChild, Scratch, segmentFiles } from './journal-support.ts'
import { tally } from './journal-tally.ts'

const scratch = new Scratch()
let child = ''
let removeChild: () => Promise<void>

beforeAll(async () => {
  ;({ file: child, remove: removeChild } = await bundleProgram('test/integration/journal-child.ts'))
})
afterAll(async () => {
  await scratch.clear()
  await removeChild()
})

const rounds = 200
const roundsPerWorkspace = 10

/** What is on the disk, read without any of our own code: token by number. */
async function tokensOnDisk(folder: string): Promise<ReadonlyMap<number, string>> {
  const tokens = new Map<number, string>()
  for (const name of await segmentFiles(folder)) {
    const text = await readFile(join(folder, 'journal', name), 'utf8')
    for (const line of text.split('\n').slice(0, -1)) {
      const { seq, data } = JSON.parse(line) as { seq: number; data: { token: string } }
      tokens.set(seq, data.token)
    }
  }
  return tokens
}

interface Acknowledged {
  readonly seq: number
  readonly token: string
}

/** One life of a writer, ended by kill −9; every fifth is not even let finish opening. */
async function killedRun(folder: string, round: number): Promise<readonly Acknowledged[]> {
  const early = round % 5 === 0
  let planned = false
  const { lines, errors } = await runChild([process.execPath, child, folder], (said, kill) => {
    if (planned || (!early && !said.includes('ready'))) return
    planned = true
    setTimeout(kill, early ? randomInt(30, 120) : randomInt(5, 40))
  })
  expect(errors).toBe('')
  const [ready, ...acknowledged] = lines
  // Being killed is no damage, whatever the last run left behind.
  if (ready !== undefined) expect(ready).toMatch(/^ready 0 \d+$/)
  return acknowledged.map((line) => {
    const [seq = '', token = ''] = line.split(' ')
    return { seq: Number(seq), token }
  })
}

async function killOverAndOver(folder: string): Promise<number> {
  const promised = new Map<number, string>()
  for (let round = 0; round < roundsPerWorkspace; round++) {
    for (const { seq, token } of await killedRun(folder, round)) promised.set(seq, token)
    if (promised.size === 0) continue
    const kept = await tokensOnDisk(folder)
    for (const [seq, token] of promised) expect(kept.get(seq)).toBe(token)
    const { intact, events, damaged } = await verifyJournal(folder)
    expect({ intact, damaged }).toEqual({ intact: true, damaged: [] })
    expect(events).toBeGreaterThanOrEqual(promised.size)
  }
  const workspace = await openWorkspace(folder, { projections: [tally] })
  expect(workspace.journal.state(tally)).toEqual({
    events: workspace.journal.head.seq,
    sum: workspace.journal.head.seq,
  })
  await workspace.close()
  return promised.size
}

describe('kill −9 of a process that writes', () => {
  it(`loses nothing acknowledged in ${rounds} rounds`, { timeout: 300_000 }, async () => {
    let left = rounds / roundsPerWorkspace
    let acknowledged = 0
    const side = async () => {
      while (left-- > 0) acknowledged += await killOverAndOver(await scratch.folder())
    }
    await Promise.all([side(), side()])
    expect(acknowledged).toBeGreaterThan(rounds)
    console.log(`${rounds} kills, ${acknowledged} acknowledged events, 0 lost`)
  })

  it('gives the workspace back at once', async () => {
    const folder = await scratch.folder()
    let holder: (() => void) | undefined
    const run = runChild([process.execPath, child, folder, '--hold'], (said, kill) => {
      if (said.includes('ready')) holder = kill
    })
    while (holder === undefined) await wait(5)
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: 'workspace_locked',
      params: { path: folder },
    })
    holder()
    await run
    const workspace = await openWorkspace(folder)
    expect(workspace.journal.damage).toEqual([])
    await workspace.close()
  })
})

describe('a disk that takes no more', () => {
  // A limit on the size of files cuts a write in the middle, as a full disk does.
  it('refuses, keeps what it acknowledged, and leaves no half event', async () => {
    const folder = await scratch.folder()
    const limited = `ulimit -f 40; exec "$@"`
    const command = [process.execPath, child, folder, '--until-refused']
    const { lines, errors } = await runChild(['bash', '-c', limited, 'bash', ...command])
    expect(errors).toBe('')
    expect(lines.at(-1)).toBe('refused workspace_readonly EFBIG')
    const acknowledged = lines.filter((line) => /^\d/.test(line))
    expect(acknowledged.length).toBeGreaterThan(0)

    const verified = await verifyJournal(folder)
    expect(verified).toMatchObject({ intact: true, notices: [], events: acknowledged.length })
    const workspace = await openWorkspace(folder)
    expect(workspace.journal.damage).toEqual([])
    await expect(workspace.journal.append({ type: 'x', data: {} })).resolves.toMatchObject({
      seq: acknowledged.length + 1,
    })
    await workspace.close()
  })
})
