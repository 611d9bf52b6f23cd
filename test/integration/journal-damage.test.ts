import { randomInt } from 'node:crypto'
import { cp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyJournal } from '../../desktop/journal/verify.ts'
import { openWorkspace, type Workspace } from '../../desktop/journal/workspace.ts'
import { change, flip, Scratch, segmentFiles } from './journal-support.ts'
import { tally } from './journal-tally.ts'

const scratch = new Scratch()
afterAll(() => scratch.clear())

const total = 100
const options = { projections: [tally], segmentBytes: 8000, snapshotEvery: 40 }
const open = (folder: string): Promise<Workspace> => openWorkspace(folder, options)

async function append(workspace: Workspace, count: number): Promise<void> {
  const event = { type: 'counted', by: 'p-1', data: { n: 1, text: '居民满意度' } }
  await Promise.all(Array.from({ length: count }, () => workspace.journal.append(event)))
}

/** A closed workspace of 100 events in several segments, copied from one that is made once. */
let original: Promise<string> | undefined
async function sample(): Promise<string> {
  original ??= make()
  const folder = await scratch.folder()
  await cp(await original, folder, { recursive: true })
  return folder
}

async function make(): Promise<string> {
  const folder = await scratch.folder()
  const workspace = await open(folder)
  for (let done = 0; done < total; done += 10) await append(workspace, 10)
  await workspace.close()
  return folder
}

const backups = (folder: string): string => join(folder, 'backups', 'journal')
const reasonsOf = (found: readonly { reason: string }[]): string[] =>
  found.map(({ reason }) => reason)

async function quarantines(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'backups'))
  return names.filter((name) => name.startsWith('quarantine-'))
}

/** Opens, checks that damage is told and set aside and that work goes on; gives the reasons. */
async function openDamaged(folder: string): Promise<{ reasons: string[]; events: number }> {
  const workspace = await open(folder)
  const { journal } = workspace
  const reasons = reasonsOf(journal.damage)
  await append(workspace, 1)
  const { events } = journal.state(tally)
  await workspace.close()

  // What was found is told once, and stands in the journal from then on.
  const again = await open(folder)
  expect(again.journal.damage).toEqual([])
  expect(again.journal.state(tally).events).toBe(events)
  await again.close()
  return { reasons, events }
}

describe('one altered byte', () => {
  it('is reported and made good wherever it is', { timeout: 120_000 }, async () => {
    const names = [...(await segmentFiles(await sample())), 'head.json']
    expect(names.length).toBeGreaterThan(3)
    for (let round = 0; round < 60; round++) {
      const folder = await sample()
      const path = join(folder, 'journal', names[round % names.length]!)
      const place = randomInt((await stat(path)).size)
      await change(path, flip(place, randomInt(1, 256)))
      const { intact, damaged } = await verifyJournal(folder)
      expect({ path, place, intact, damaged }).toMatchObject({ intact: false })
      expect(damaged[0]).toMatchObject({ file: path.slice(folder.length + 1) })

      const { reasons, events } = await openDamaged(folder)
      expect(reasons.length).toBeGreaterThan(0)
      // One `journal.repaired` and the one event appended since.
      expect(events).toBe(total + 2)
      expect(await verifyJournal(folder)).toMatchObject({ intact: true, events: total + 2 })
      expect(await quarantines(folder)).toHaveLength(1)
      await rm(folder, { recursive: true })
    }
  })

  it('without a copy costs that one event, which stays reported as lost', async () => {
    const folder = await sample()
    await rm(backups(folder), { recursive: true })
    await rm(join(folder, 'snapshots'), { recursive: true })
    const [, name = ''] = await segmentFiles(folder)
    await change(join(folder, 'journal', name), flip(200, 1))
    const { reasons, events } = await openDamaged(folder)
    expect(reasons).toHaveLength(1)
    expect(events).toBe(total - 1 + 2)
    const { intact, damaged } = await verifyJournal(folder)
    expect(intact).toBe(false)
    expect(reasonsOf(damaged)).toEqual(['lost'])
  })

  it('without a copy costs no state where a snapshot holds it', async () => {
    const folder = await sample()
    await rm(backups(folder), { recursive: true })
    const [name = ''] = await segmentFiles(folder)
    await change(join(folder, 'journal', name), flip(200, 1))
    expect((await openDamaged(folder)).events).toBe(total + 2)
  })

  it('is left in the quarantine as it was found', async () => {
    const folder = await sample()
    const [name = ''] = await segmentFiles(folder)
    const path = join(folder, 'journal', name)
    await change(path, flip(50, 4))
    const damaged = await readFile(path)
    await openDamaged(folder)
    const [quarantine = ''] = await quarantines(folder)
    const kept = await readFile(join(folder, 'backups', quarantine, 'journal', name))
    expect(kept.equals(damaged)).toBe(true)
  })
})

describe('a cut end', () => {
  it('is reported and made good, between lines or inside one', async () => {
    const name = (await segmentFiles(await sample())).at(-1)!
    for (let round = 0; round < 20; round++) {
      const folder = await sample()
      const path = join(folder, 'journal', name)
      await truncate(path, randomInt((await stat(path)).size))
      const { intact, damaged } = await verifyJournal(folder)
      expect(intact).toBe(false)
      expect(damaged.length).toBeGreaterThan(0)
      const { reasons, events } = await openDamaged(folder)
      expect(reasons.at(-1)).toMatch(/cut_tail|torn/)
      expect(events).toBe(total + 2)
      expect(await verifyJournal(folder)).toMatchObject({ intact: true })
    }
  })

  it('without a copy: numbers are never used again', async () => {
    const folder = await sample()
    await rm(backups(folder), { recursive: true })
    await rm(join(folder, 'snapshots'), { recursive: true })
    const path = join(folder, 'journal', (await segmentFiles(folder)).at(-1)!)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.split('\n').slice(0, -4).join('\n') + '\n')
    expect(reasonsOf((await verifyJournal(folder)).damaged)).toEqual(['cut_tail'])
    const workspace = await open(folder)
    expect(workspace.journal.head.seq).toBe(total + 1)
    expect(workspace.journal.state(tally).events).toBe(total - 3 + 1)
    await workspace.close()
    expect(reasonsOf((await verifyJournal(folder)).damaged)).toEqual(['lost'])
  })

  it('beyond the head is no damage: it is set aside and told', async () => {
    const folder = await sample()
    const name = (await segmentFiles(folder)).at(-1)!
    await change(join(folder, 'journal', name), (bytes) =>
      Buffer.concat([bytes, Buffer.from('{"at":"2026-03-01T08:00')]),
    )
    const verified = await verifyJournal(folder)
    expect(verified).toMatchObject({ intact: true, events: total, damaged: [] })
    expect(reasonsOf(verified.notices)).toEqual(['unacknowledged_tail'])
    const workspace = await open(folder)
    expect(workspace.journal.damage).toEqual([])
    expect(reasonsOf(workspace.journal.notices)).toEqual(['unacknowledged_tail'])
    expect(workspace.journal.state(tally).events).toBe(total)
    await workspace.close()
    const [quarantine = ''] = await quarantines(folder)
    const cut = join(folder, 'backups', quarantine, 'journal', `${name}.tail`)
    expect(await readFile(cut, 'utf8')).toBe('{"at":"2026-03-01T08:00')
  })
})

describe('a part that is gone', () => {
  it('is reported and made good: a segment', async () => {
    const names = await segmentFiles(await sample())
    for (const name of names) {
      const folder = await sample()
      await rm(join(folder, 'journal', name))
      expect((await verifyJournal(folder)).intact).toBe(false)
      const { events } = await openDamaged(folder)
      expect(events).toBe(total + 2)
      expect(await segmentFiles(folder)).toEqual(expect.arrayContaining([...names]))
    }
  })

  it('is reported and bridged where no copy is left: a segment', async () => {
    const folder = await sample()
    const [, second = ''] = await segmentFiles(folder)
    await rm(join(folder, 'journal', second))
    await rm(backups(folder), { recursive: true })
    const { reasons, events } = await openDamaged(folder)
    expect(reasons).toEqual(['missing_segment'])
    // The snapshot still holds the state that the lost events had made.
    expect(events).toBe(total + 2)
    expect(reasonsOf((await verifyJournal(folder)).damaged)).toEqual(['lost'])
  })

  it('is reported: the head, also where the end was cut with it', async () => {
    const folder = await sample()
    await rm(join(folder, 'journal', 'head.json'))
    expect(reasonsOf((await verifyJournal(folder)).damaged)).toEqual(['head_missing'])
    expect(await openDamaged(folder)).toEqual({ reasons: ['head_missing'], events: total + 2 })

    const cut = await sample()
    await rm(join(cut, 'journal', 'head.json'))
    await rm(join(cut, 'journal', (await segmentFiles(cut)).at(-1)!))
    // The snapshots know how far the journal once went.
    const reasons = ['head_missing', 'cut_tail']
    expect(reasonsOf((await verifyJournal(cut)).damaged)).toEqual(reasons)
    expect(await openDamaged(cut)).toEqual({ reasons, events: total + 2 })
  })

  it.each([
    ['keys/workspace.pem', 'key_missing'],
    ['workspace.json', 'marker_missing'],
  ])('is reported and made anew: %s', async (file, reason) => {
    const folder = await sample()
    await rm(join(folder, file))
    expect(reasonsOf((await verifyJournal(folder)).damaged)).toEqual([reason])
    expect(await openDamaged(folder)).toEqual({ reasons: [reason], events: total + 2 })
    expect((await verifyJournal(folder)).intact).toBe(true)
  })

  it('is reported: the whole journal', async () => {
    const folder = await sample()
    await rm(join(folder, 'journal'), { recursive: true })
    const { reasons, events } = await openDamaged(folder)
    expect(reasons).toEqual(['head_missing', 'cut_tail'])
    expect(events).toBe(total + 2)
  })
})

describe('a journal that was tampered with', () => {
  it('is reported: the journal of another workspace in its place', async () => {
    const folder = await sample()
    const other = await make()
    for (const name of await segmentFiles(folder)) await rm(join(folder, 'journal', name))
    for (const name of await segmentFiles(other)) {
      await cp(join(other, 'journal', name), join(folder, 'journal', name))
    }
    expect((await verifyJournal(folder)).intact).toBe(false)
    const { reasons, events } = await openDamaged(folder)
    expect(reasons).toContain('head_mismatch')
    expect(events).toBe(total + 2)
    expect((await verifyJournal(folder)).intact).toBe(true)
  })

  it('is kept as it is where nothing else is left, and reported', async () => {
    const folder = await sample()
    const other = await make()
    for (const part of ['journal', 'backups', 'snapshots']) {
      const head = await readFile(join(folder, 'journal', 'head.json'))
      await rm(join(folder, part), { recursive: true })
      await cp(join(other, part), join(folder, part), { recursive: true })
      await writeFile(join(folder, 'journal', 'head.json'), head)
    }
    const { reasons, events } = await openDamaged(folder)
    expect(reasons).toEqual(['head_mismatch'])
    expect(events).toBe(total + 2)
  })

  it('is reported: a head signed with another key', async () => {
    const folder = await sample()
    const other = await make()
    await cp(join(other, 'keys'), join(folder, 'keys'), { recursive: true })
    const { reasons, events } = await openDamaged(folder)
    expect(reasons).toEqual(['head_other_key', 'head_other_key'])
    expect(events).toBe(total + 2)
  })

  it('is reported: a segment under another name', async () => {
    const folder = await sample()
    const [, name = ''] = await segmentFiles(folder)
    const renamed = String(Number.parseInt(name, 10) + 1).padStart(10, '0') + '.jsonl'
    await rename(join(folder, 'journal', name), join(folder, 'journal', renamed))
    const { reasons, events } = await openDamaged(folder)
    expect(reasons).toEqual(['misnamed'])
    expect(events).toBe(total + 2)
  })
})

describe('a snapshot', () => {
  const snapshots = async (folder: string): Promise<readonly string[]> =>
    (await readdir(join(folder, 'snapshots'))).map((name) => join(folder, 'snapshots', name))

  it('that is damaged is told of and rebuilt', async () => {
    const folder = await sample()
    for (const path of await snapshots(folder)) await change(path, flip(120, 1))
    expect(reasonsOf((await verifyJournal(folder)).notices)).toContain('snapshot_damaged')
    const workspace = await open(folder)
    expect(workspace.journal.damage).toEqual([])
    expect(reasonsOf(workspace.journal.notices)).toContain('snapshot_damaged')
    expect(workspace.journal.state(tally)).toEqual({ events: total, sum: total })
    await workspace.close()
  })

  it('is what the next start goes on from', async () => {
    const folder = await sample()
    const seen: number[] = []
    const watching = {
      ...tally,
      reduce: (state: typeof tally.initial, event: Parameters<typeof tally.reduce>[1]) => {
        seen.push(event.seq)
        return tally.reduce(state, event)
      },
    }
    const workspace = await openWorkspace(folder, { projections: [watching] })
    expect(seen).toEqual([])
    expect(workspace.journal.state(watching)).toEqual({ events: total, sum: total })
    await workspace.close()
  })

  it('of another version is left aside', async () => {
    const folder = await sample()
    const doubled = {
      ...tally,
      version: 2,
      reduce: (state: typeof tally.initial) => ({ events: state.events + 2, sum: 0 }),
    }
    const workspace = await openWorkspace(folder, { projections: [doubled] })
    expect(workspace.journal.state(doubled).events).toBe(2 * total)
    await workspace.close()
    const back = await open(folder)
    expect(back.journal.state(tally).events).toBe(total)
    await back.close()
  })
})
