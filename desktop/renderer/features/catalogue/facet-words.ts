import type { Governance } from '../../../domain/catalogue/governance.ts'
import type { FacetName } from '../../../domain/catalogue/facets.ts'
import { basicDatabases } from '../../../domain/catalogue/class.ts'
import { zh } from '../../app/i18n.svelte.ts'
import { t as tags } from '../../ui/messages.ts'
import { t } from './browse-messages.ts'
import { t as card } from './messages.ts'

/** A facet's value as it reads; names that are data stand for themselves. */
export function valueWords(facet: FacetName, value: string): string {
  return known(facet, value) ?? zh(value)
}

function known(facet: FacetName, value: string): string | undefined {
  switch (facet) {
    case 'class': {
      const basic = basicDatabases.find((one) => one === value)
      return basic && t.basic[basic]
    }
    case 'sharing':
      return pick<Governance['catalogue']['sharing']['type']>(tags.sharing, value)
    case 'level':
      return pick<Governance['level']>(card.levels, value)
    case 'cycle':
      return pick<Governance['catalogue']['updateCycle']>(card.cycles, value)
    case 'personal':
      return pick<'with' | 'without'>(t.personalChoices, value)
    case 'origin':
      return pick<'real' | 'synthetic'>({ real: tags.real, synthetic: tags.synthetic }, value)
    case 'provider':
      return undefined
  }
}

function pick<Key extends string>(words: Readonly<Record<Key, string>>, value: string) {
  return Object.hasOwn(words, value) ? words[value as Key] : undefined
}
