import type { Screen, Way } from '../../../../domain/simulation/scenario.ts'
import { homeKey } from '../../../../domain/simulation/scenario.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import { controlText } from '../../learn/phone/control-text.ts'
import { t as phone } from '../../learn/phone/messages.ts'
import { t } from './messages.ts'

/** Longer texts are not repeated below a picture where they can be read. */
const longest = 12

/** What to do on a screen, in a few words. */
export function touchWords(screen: Screen, { id, gesture, expect }: Way): string {
  const { card } = t
  if (gesture === 'type') {
    const hidden = screen.show.some(
      (each) => each.id === id && each.control === 'type' && each.hide,
    )
    return hidden || expect === undefined ? card.secret : card.type(zh(expect))
  }
  if (gesture === 'talk') return card.talk(zh(expect ?? ''))
  const written = id === homeKey ? phone.home : (controlText(screen, id) ?? '')
  const short = written !== '' && Array.from(written).length <= longest
  return card[gesture](short ? card.quoted(zh(written)) : card.here)
}
