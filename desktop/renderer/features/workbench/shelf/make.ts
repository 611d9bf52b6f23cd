import type { DataPackage } from '../../../../domain/catalogue/data-package.ts'
import { sqlName, tablesOf } from '../../../../domain/catalogue/sql-name.ts'
import { asNotebook, cleanTitle, newNotebook } from '../../../../domain/notebook/new-notebook.ts'
import { href } from '../../../app/paths.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { readStored } from '../versions/place.ts'
import { t } from './messages.ts'

/** Keeps a new notebook and opens it. */
export async function makeAndOpen(client: AppClient, source: string, wish?: string): Promise<void> {
  const input = wish === undefined ? { source } : { source, wish }
  const { id } = await client.call('notebook.create', input)
  location.hash = href('notebook', { id })
}

/** A notebook on one dataset: it is attached, and a query shows its rows. */
export async function makeOnDataset(client: AppClient, id: string, title: string): Promise<void> {
  const { descriptor } = await client.call('catalogue.dataset', { id })
  await makeAndOpen(client, notebookOn(descriptor, title), wishedIdOn(descriptor))
}

/** Opens the notebook of that id where its text is still this one; keeps and opens a new one else. */
export async function openOrMake(client: AppClient, source: string, wish: string): Promise<void> {
  const kept = await readStored(client, wish)
  if (kept?.source === source) location.hash = href('notebook', { id: wish })
  else await makeAndOpen(client, source, wish)
}

function notebookOn(dataset: DataPackage, title: string): string {
  const [table] = tablesOf(dataset)
  return newNotebook({
    title: cleanTitle(t.datasetTitle(title)),
    datasets: [dataset.name],
    text: t.datasetFirst,
    ...(table ? { table: sqlName(table) } : {}),
  })
}

/** The id of a notebook on a dataset; a long one is cut, so that a number still fits. */
const wishedIdOn = (dataset: DataPackage) => `${dataset.name.slice(0, 58)}-1`

const LONGEST = 2_000_000

export type ReadFile =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly reason: 'too_large' | 'encoding' }

/** Reads a file that was chosen to be a notebook. */
export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > LONGEST * 3) return { ok: false, reason: 'too_large' }
  try {
    const bytes = await file.arrayBuffer()
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const source = asNotebook(text, file.name)
    return source.length > LONGEST ? { ok: false, reason: 'too_large' } : { ok: true, source }
  } catch {
    return { ok: false, reason: 'encoding' }
  }
}
