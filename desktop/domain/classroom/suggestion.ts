import { refusalOf } from '../catalogue/level.ts'
import { countKinds, maskPersonal } from '../privacy/mask.ts'

/** What may be kept of a suggestion, and how many passages of each kind were masked. */
export interface MaskedSuggestion {
  readonly text: string
  readonly masked: Readonly<Record<string, number>>
}

const nameMask = '［姓名］'

/**
 * A suggestion without personal information: nothing where it carries a secrecy mark. The names of the
 * class itself are known, and are masked however they are written among other words.
 */
export function maskSuggestion(
  text: string,
  names: readonly string[],
): MaskedSuggestion | undefined {
  if (refusalOf({ level: 'general', secrecy: 'none' }, [text])) return undefined
  const known = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name.length >= 2)
    .toSorted((a, b) => b.length - a.length)
  const pieces = known.map((name) => text.split(name).length - 1)
  const without = known.reduce((left, name) => left.replaceAll(name, nameMask), text)
  const { text: masked, findings } = maskPersonal(without)
  const kinds = countKinds(findings)
  const named = pieces.reduce((sum, times) => sum + times, 0)
  const all = named === 0 ? kinds : { ...kinds, name: (kinds['name'] ?? 0) + named }
  return { text: masked, masked: all }
}
