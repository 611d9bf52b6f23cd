import type { WireError } from '../contract/errors.ts'
import type { DataPackage } from '../domain/catalogue/data-package.ts'
import { readPackage } from '../domain/catalogue/read-package.ts'
import type { Content } from './ports.ts'

/** A folder with a descriptor; without `package` the descriptor is unreadable. */
export interface Entry {
  readonly id: string
  readonly package: DataPackage | undefined
  readonly problem: WireError | null
  /** Kept in the workspace, without data; its problem says so, or what is wrong with it. */
  readonly listed?: boolean
  /** Kept in the workspace with its data, which came from a file. */
  readonly imported?: boolean
}

/** Every dataset, good or not, in the order of the ids; one bad descriptor leaves the others alone. */
export async function readEntries(content: Content): Promise<Entry[]> {
  const ids = (await content.list('datasets')).toSorted()
  const entries = await Promise.all(ids.map((id) => readEntry(content, id)))
  return entries.filter((entry) => entry !== undefined)
}

async function readEntry(content: Content, id: string): Promise<Entry | undefined> {
  const text = await content.text(descriptorOf(id))
  if (text === undefined) return undefined
  const reading = readPackage(id, text)
  if (!reading.ok) return { id, package: undefined, problem: invalid(id, reading.problem) }
  return { id, package: reading.package, problem: await damageOf(content, reading.package) }
}

/** The first file that is missing or not the one that was registered. */
async function damageOf(content: Content, dataset: DataPackage): Promise<WireError | null> {
  for (const { path, hash } of dataset.resources) {
    const found = await content.sha256(pathOf(dataset, path))
    if (`sha256:${found ?? ''}` !== hash) {
      return { code: 'dataset_damaged', params: { dataset: dataset.name, file: path } }
    }
  }
  return null
}

/** A descriptor that the workspace keeps without data. */
function readListing({ id, text }: { readonly id: string; readonly text: string }): Entry {
  const reading = readPackage(id, text)
  if (reading.ok) return listing(reading.package)
  return { id, package: undefined, problem: invalid(id, reading.problem), listed: true }
}

/** What the workspace keeps: imported where its data lie beside the descriptor, else only listed. */
export async function readKept(
  kept: { readonly id: string; readonly text: string },
  content: Content | undefined,
): Promise<Entry> {
  const entry = readListing(kept)
  const [resource] = entry.package?.imported ? entry.package.resources : []
  if (!entry.package || !resource || !content) return entry
  if ((await content.sha256(pathOf(entry.package, resource.path))) === undefined) return entry
  return importedEntry(entry.package, await damageOf(content, entry.package))
}

export function importedEntry(dataset: DataPackage, problem: WireError | null = null): Entry {
  return { id: dataset.name, package: dataset, problem, imported: true }
}

export function listing(dataset: DataPackage): Entry {
  const problem: WireError = { code: 'dataset_listed', params: { dataset: dataset.name } }
  return { id: dataset.name, package: dataset, problem, listed: true }
}

export function invalid(dataset: string, problem: string): WireError {
  return { code: 'dataset_invalid', params: { dataset, problem } }
}

export function gone(dataset: string): WireError {
  return { code: 'dataset_gone', params: { dataset } }
}

/** Where a dataset's descriptor is among the content. */
export function descriptorOf(id: string): string {
  return `datasets/${id}/datapackage.json`
}

/** Where a resource's file is among the content. */
export function pathOf(dataset: DataPackage, path: string): string {
  return `datasets/${dataset.name}/${path}`
}
