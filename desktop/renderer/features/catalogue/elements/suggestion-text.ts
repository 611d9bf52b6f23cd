import type { Reason } from '../../../../domain/catalogue/elements/suggest.ts'
import { count } from '../../../app/format.ts'
import { i18n, zh } from '../../../app/i18n.svelte.ts'
import { t } from './messages.ts'

/** How much speaks for an element, as a word and a number. */
export function weightText(confidence: number): string {
  const word = confidence >= 0.9 ? 'high' : confidence >= 0.75 ? 'fair' : 'low'
  return t.weight(t.sure[word], confidence.toFixed(2))
}

/** Why an element was suggested, in one line. */
export function reasonsText(reasons: readonly Reason[]): string {
  return reasons.map(reasonText).join(i18n.language === 'en' ? '; ' : '；')
}

function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'no-values':
      return t.reasons.noValues
    case 'fits':
    case 'misfits':
      return t.reasons[reason.kind](count(reason.fitting), count(reason.of))
    default:
      return t.reasons[reason.kind](zh(reason.name))
  }
}
