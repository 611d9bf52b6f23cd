import { i18n } from '../../app/i18n.svelte.ts'

type Simplify = (text: string) => string

let simplify = $state.raw<Simplify>()
let asked = false

/**
 * What is looked for, in the script of the data: who reads 繁體 also types it. The dictionary is
 * fetched when first needed; until it is here the text stays as it is.
 */
export function simplified(text: string): string {
  if (i18n.language !== 'zh-Hant' || text === '') return text
  if (!asked) {
    asked = true
    void import('../../../domain/search/simplify.ts').then((dictionary) => {
      simplify = dictionary.simplify
    })
  }
  return simplify?.(text) ?? text
}
