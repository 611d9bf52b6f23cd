import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Suggestion, Suggestions } from '../services/ports.ts'
import { syncFolder, writeAtomic } from './atomic.ts'
import type { Damage } from './damage.ts'
import { WorkspaceError, writing } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'
import { type Quarantine, removeFromQuarantines } from './quarantine.ts'

const extension = '.json'
const idPattern = /^s-[0-9a-f-]{36}$/

/** What was suggested in a workspace's classes, one file each; a damaged one is set aside and told of. */
export async function openSuggestions(
  paths: WorkspacePaths,
  quarantine: Quarantine,
): Promise<{ readonly suggestions: Suggestions; readonly damaged: readonly Damage[] }> {
  const known = new Map<string, Suggestion>()
  const damaged: Damage[] = []
  const names = (await readdir(paths.suggestions)).filter((name) => name.endsWith(extension))
  for (const name of names.sort()) {
    const file = `suggestions/${name}`
    const read = parse(await readFile(join(paths.suggestions, name), 'utf8'))
    if (read && idPattern.test(read.id) && name === read.id + extension) known.set(read.id, read)
    else {
      await quarantine.take(file)
      damaged.push({ file, line: 0, reason: 'suggestion_unreadable' })
    }
  }
  return { suggestions: suggestionFolder(paths, known), damaged }
}

function parse(text: string): Suggestion | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    const { id, session, at, text: words } = value as Readonly<Record<string, unknown>>
    if (![id, session, at, words].every((part) => typeof part === 'string')) return undefined
    return { id: String(id), session: String(session), at: String(at), text: String(words) }
  } catch {
    return undefined
  }
}

function suggestionFolder(paths: WorkspacePaths, known: Map<string, Suggestion>): Suggestions {
  const pathOf = (id: string) => join(paths.suggestions, id + extension)
  return {
    list: () => [...known.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    async add(suggestion) {
      const kept = { id: `s-${randomUUID()}`, ...suggestion }
      const path = pathOf(kept.id)
      await writing(path, () => writeAtomic(path, `${JSON.stringify(kept)}\n`, paths.tmp))
      known.set(kept.id, kept)
      return kept
    },
    async remove(id) {
      if (!idPattern.test(id)) throw new WorkspaceError('not_found', { id })
      const path = pathOf(id)
      await writing(path, async () => {
        await rm(path, { force: true })
        await syncFolder(paths.suggestions)
      })
      const setAside = await removeFromQuarantines(paths.backups, `suggestions/${id}${extension}`)
      if (!known.delete(id) && !setAside) throw new WorkspaceError('not_found', { id })
    },
  }
}
