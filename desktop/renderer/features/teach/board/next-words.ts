import type { SessionReport } from '../../../../contract/session-report.ts'
import { title } from '../../../app/i18n.svelte.ts'
import { t } from './report-messages.ts'

/** What to do the next time: in a few words, and on what grounds. */
export interface NextWords {
  readonly what: string
  readonly why: readonly string[]
}

export function nextWords({ next, did, came }: SessionReport): NextWords {
  switch (next.kind) {
    case 'none':
      return { what: t.nothingNext[next.why], why: [] }
    case 'finished':
      return { what: t.finished, why: [] }
    case 'unrecorded':
      return { what: t.nextIs(title(next.title)), why: [t.unrecorded] }
    case 'next':
      return { what: t.nextIs(title(next.title)), why: [t.enough(did, came)] }
    case 'again': {
      const practise = next.practice ? [t.practise(title(next.practice.title))] : []
      return { what: t.againIs(title(next.title)), why: [t.notEnough(did, came), ...practise] }
    }
  }
}
