import type { Hit } from '../../../contract/app.ts'
import { zh } from '../../app/i18n.svelte.ts'
import { t as board } from '../workbench/board/messages.ts'
import { readingHref } from '../workbench/board/reading-address.ts'
import { hitHref } from './hits.ts'

/** The entries of a hit: its page, and of a notebook its reading view too. */
export function waysTo(hit: Hit): { key: string; title: string; address: string }[] {
  const title = zh(hit.title)
  const page = { key: `${hit.type} ${hit.id}`, title, address: hitHref(hit) ?? '' }
  if (hit.type !== 'notebook') return [page]
  const read = {
    key: `read ${hit.id}`,
    title: board.readNamed(title),
    address: readingHref(hit.id),
  }
  return [page, read]
}
