import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { Drafts } from '../../desktop/renderer/features/workbench/versions/drafts.ts'
import { Pace } from '../../desktop/renderer/features/workbench/versions/pace.ts'
import { readStored, versionIn } from '../../desktop/renderer/features/workbench/versions/place.ts'
import type { AppClient } from '../../desktop/renderer/rpc/connection.ts'

/** A browser's storage that holds so many characters. */
function storageOf(room: number): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (n) => [...items.keys()][n] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

/** Locks as one browser has them; `crash` lets go of all. */
function locksOf() {
  let held: string[] = []
  const locks = {
    request(name: string, work: () => Promise<unknown>) {
      held.push(name)
      return work().finally(() => (held = held.filter((other) => other !== name)))
    },
    query: () => Promise.resolve({ held: held.map((name) => ({ name })) }),
  }
  return { locks: locks as unknown as LockManager, crash: () => (held = []) }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('drafts', () => {
  const base = 'f'.repeat(64)

  it('of a window that crashed are offered to the next, of one that is open they are not', async () => {
    const { locks, crash } = locksOf()
    const browser = { storage: storageOf(1000), locks }
    const mine = new Drafts('a', browser)
    mine.put({ text: '一', base })
    mine.put({ text: '一二', base })
    vi.advanceTimersByTime(250)
    const next = new Drafts('a', browser)
    expect(await next.others()).toEqual([])
    crash()
    expect(await next.others()).toMatchObject([{ text: '一二', base }])
    expect(await new Drafts('b', browser).others()).toEqual([])
    next.remove((await next.others())[0]!.key)
    expect(await next.others()).toEqual([])
  })

  it('go once the text is kept, and stay where the notebook is closed before', async () => {
    const { locks } = locksOf()
    const browser = { storage: storageOf(1000), locks }
    const kept = new Drafts('a', browser)
    kept.put({ text: '一', base })
    kept.flush()
    kept.drop()
    expect(browser.storage.length).toBe(0)
    const failing = new Drafts('a', browser)
    failing.put({ text: '二', base })
    failing.close()
    await vi.advanceTimersByTimeAsync(1)
    expect(await new Drafts('a', browser).others()).toMatchObject([{ text: '二' }])
  })

  it('that are damaged are cleared away; a full storage and no locks are no error', async () => {
    const storage = storageOf(200)
    storage.setItem('zhizhi.draft.a/x', '{"text":')
    storage.setItem('zhizhi.draft.a/y', '{"text":1}')
    storage.setItem('other', 'x')
    const drafts = new Drafts('a', { storage, locks: undefined })
    drafts.put({ text: '长'.repeat(500), base })
    drafts.flush()
    expect(await drafts.others()).toEqual([])
    expect(storage.length).toBe(1)
  })
})

describe('the pace of saving', () => {
  it('is a moment after typing, then with growing pauses until it goes well', () => {
    let saved = 0
    const pace = new Pace(() => (saved += 1))
    pace.typed()
    vi.advanceTimersByTime(700)
    pace.typed()
    vi.advanceTimersByTime(700)
    expect(saved).toBe(0)
    vi.advanceTimersByTime(200)
    expect(saved).toBe(1)
    const waits = [2000, 4000, 8000, 16_000, 30_000, 30_000].map((ms) => {
      pace.failed()
      vi.advanceTimersByTime(ms - 1)
      const before = saved
      vi.advanceTimersByTime(1)
      return saved - before
    })
    expect(waits).toEqual([1, 1, 1, 1, 1, 1])
    pace.wentWell()
    pace.failed()
    vi.advanceTimersByTime(2000)
    expect(saved).toBe(8)
    pace.typed()
    pace.stop()
    vi.advanceTimersByTime(5000)
    expect(saved).toBe(8)
  })
})

describe('what the workspace holds', () => {
  const client = (answer: () => Promise<unknown>) => ({ call: answer }) as unknown as AppClient

  it('is nothing where the file is gone, and an error where it cannot be read', async () => {
    const gone = client(() => Promise.reject(new ZhizhiError('not_found')))
    expect(await readStored(gone, 'a')).toBeUndefined()
    const spoilt = new ZhizhiError('notebook_unreadable', { version: 'abc' })
    const unreadable = readStored(
      client(() => Promise.reject(spoilt)),
      'a',
    )
    await expect(unreadable).rejects.toBe(spoilt)
    expect([versionIn(spoilt), versionIn(undefined)]).toEqual(['abc', ''])
  })
})
