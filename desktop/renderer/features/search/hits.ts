import type { Hit } from '../../../contract/app.ts'
import { href, withQuery } from '../../app/paths.ts'

export interface HitGroup {
  readonly type: Hit['type']
  readonly hits: readonly Hit[]
}

const order: readonly Hit['type'][] = ['lesson', 'course', 'notebook', 'dataset', 'indicator']

/** The page that shows a hit; `undefined` where the app has none. */
export function hitHref({ type, id, part }: Hit): string | undefined {
  const [course = '', lesson = ''] = id.split('/')
  switch (type) {
    case 'course':
      return href('courses')
    case 'lesson':
      return withQuery(
        href('lesson', { course, lesson }),
        new URLSearchParams(part === undefined ? {} : { at: part }),
      )
    case 'dataset':
      return href('dataset', { dataset: id })
    case 'notebook':
      return href('notebook', { id })
    case 'indicator':
      return undefined
  }
}

/** Hits that can be opened, by type; the type with the best hit first. */
export function groupHits(hits: readonly Hit[]): readonly HitGroup[] {
  const shown = hits.filter((hit) => hitHref(hit) !== undefined)
  const best = (type: Hit['type']) =>
    Math.max(...shown.filter((hit) => hit.type === type).map((hit) => hit.score))
  return order
    .filter((type) => shown.some((hit) => hit.type === type))
    .sort((a, b) => best(b) - best(a))
    .map((type) => ({ type, hits: shown.filter((hit) => hit.type === type) }))
}
