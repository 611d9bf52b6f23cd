import { href, withQuery } from '../../../app/paths.ts'

/** What the address of a notebook asks for its reading view. */
export const readingQuery = new URLSearchParams({ view: 'reading' })

/** The address of a notebook's reading view. */
export function readingHref(id: string): string {
  return withQuery(href('notebook', { id }), readingQuery)
}
