import { mkdir, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type {
  CertificateKeys,
  Clock,
  KeptTextFiles,
  Listings,
  OwnDatasets,
  People,
  Projection,
  Suggestions,
  WorkspaceSalt,
} from '../services/ports.ts'
import { WorkspaceError, writing } from './errors.ts'
import { inspect } from './inspect.ts'
import { openCertificateKeys } from './issuer-key.ts'
import { type OpenJournal, openJournal } from './journal.ts'
import { foreignNames, makeFolders, pathsOf, type WorkspacePaths, wipeTemporary } from './layout.ts'
import { type Lock, takeLock } from './lock.ts'
import { format, readFormat, writeMarker } from './marker.ts'
import { openPeople } from './people.ts'
import { Quarantine } from './quarantine.ts'
import { openListings } from './listings.ts'
import { openOwnDatasets } from './own-datasets.ts'
import { openSuggestions } from './suggestions.ts'
import { openSalt } from './salt.ts'
import { VersionedFolder } from './textfiles.ts'

export interface WorkspaceOptions {
  /** All projections whose state will be asked for. */
  readonly projections?: readonly Projection<unknown>[]
  readonly clock?: Clock
  readonly segmentBytes?: number
  readonly snapshotEvery?: number
}

/** A workspace that this process alone may write to. */
export interface Workspace {
  readonly paths: WorkspacePaths
  readonly journal: OpenJournal
  readonly people: People
  readonly suggestions: Suggestions
  readonly notebooks: KeptTextFiles
  /** Reviewed boundary files of the user's own. */
  readonly maps: KeptTextFiles
  /** Descriptors without data, below `datasets`. */
  readonly listings: Listings
  /** Datasets with data, there too. */
  readonly ownDatasets: OwnDatasets
  readonly certificateKeys: CertificateKeys
  readonly salt: WorkspaceSalt
  /** Finishes what is under way and gives the workspace up. */
  readonly close: () => Promise<void>
}

const systemClock: Clock = { now: () => new Date() }

/**
 * Opens a workspace, made where there is none. Damage is mended as far as possible and reported in
 * `journal.damage`. Fails with `workspace_locked` where another process has it open,
 * `workspace_readonly` where the disk will not take it, `workspace_unsuitable` where the folder is
 * something else or of a newer version, `journal_damaged` where mending did not hold.
 */
export async function openWorkspace(
  folder: string,
  options: WorkspaceOptions = {},
): Promise<Workspace> {
  const root = await writing(resolve(folder), () => rootOf(folder))
  const lock = await takeLock(root)
  try {
    return await writing(root, () => openLocked(pathsOf(root), lock, options))
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function rootOf(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return realpath(folder)
}

async function openLocked(
  paths: WorkspacePaths,
  lock: Lock,
  options: WorkspaceOptions,
): Promise<Workspace> {
  const { clock = systemClock, projections = [] } = options
  const { segmentBytes = 4 * 1024 * 1024, snapshotEvery = 1000 } = options
  await checkSuitable(paths)
  await makeFolders(paths)
  const found = await inspect(paths)
  if (found.marked) await wipeTemporary(paths)

  const quarantine = new Quarantine(paths, clock.now())
  const { people, damaged } = await openPeople(paths, quarantine)
  const box = await openSuggestions(paths, quarantine)
  const settings = { clock, projections, segmentBytes, snapshotEvery }
  const journal = await openJournal(
    paths,
    found,
    quarantine,
    [...damaged, ...box.damaged],
    settings,
  )
  // Last of all: a folder with the marker is a whole workspace.
  if (!found.marked) await writeMarker(paths, clock)
  const { notebooks: folder, tmp } = paths
  return {
    paths,
    journal,
    people,
    suggestions: box.suggestions,
    notebooks: new VersionedFolder({ folder, tmp, clock, extension: '.md' }),
    maps: new VersionedFolder({ folder: paths.maps, tmp, clock, extension: '.json' }),
    listings: openListings(paths),
    ownDatasets: openOwnDatasets(paths),
    certificateKeys: openCertificateKeys(paths),
    salt: openSalt(paths),
    close: async () => {
      await journal.close()
      await lock.release()
    },
  }
}

/** A folder that holds other things is not taken over: its `tmp` would not be ours to empty. */
async function checkSuitable(paths: WorkspacePaths): Promise<void> {
  const { root: path } = paths
  const found = await readFormat(paths)
  if (found === undefined) {
    const [foreign] = await foreignNames(paths)
    if (foreign !== undefined) throw new WorkspaceError('workspace_unsuitable', { path, foreign })
  } else if (found > format) {
    throw new WorkspaceError('workspace_unsuitable', { path, format: found })
  }
}
