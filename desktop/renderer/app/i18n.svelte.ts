import type { Settings } from '../../contract/app.ts'

/** Messages of one language: texts, functions of parameters, and groups of both. */
export interface Catalog {
  readonly [key: string]: string | ((...args: never[]) => string) | Catalog
}

/** The same keys and parameters, whatever the words. */
export type Messages<C extends Catalog> = {
  readonly [Key in keyof C]: C[Key] extends string
    ? string
    : C[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : C[Key] extends Catalog
        ? Messages<C[Key]>
        : never
}

type Converter = (text: string) => string
type Language = Settings['language']

let language = $state<Language>('zh-CN')
let toTraditional = $state.raw<Converter | undefined>()

/** The interface's language; 繁體 is made from 简体 by OpenCC, whose dictionary is loaded when first asked for. */
export const i18n = {
  get language(): Language {
    return language
  },
  async use(next: Language): Promise<void> {
    language = next
    if (next !== 'zh-Hant' || toTraditional) return
    const { Converter } = await import('opencc-js/cn2t')
    toTraditional = Converter({ from: 'cn', to: 'tw' })
  },
}

/** Chinese text in the script that the reader chose: names, course text, anything that has no English. */
export function zh(text: string): string {
  return language === 'zh-Hant' && toTraditional ? toTraditional(text) : text
}

/** A title in the interface's language. */
export function title(of: { readonly zh: string; readonly en: string }): string {
  return language === 'en' ? of.en : zh(of.zh)
}

type Message = Catalog[string]

function spoken(chinese: Message, english: Message): unknown {
  if (typeof chinese === 'string') return language === 'en' ? english : zh(chinese)
  if (typeof chinese !== 'function') return view(chinese, english as Catalog)
  const say = (language === 'en' ? english : chinese) as (...args: unknown[]) => string
  return (...args: unknown[]) => (language === 'en' ? say(...args) : zh(say(...args)))
}

function view(chinese: Catalog, english: Catalog): object {
  const keys = Object.keys(chinese).map((key): [string, PropertyDescriptor] => [
    key,
    { enumerable: true, get: () => spoken(chinese[key] ?? '', english[key] ?? '') },
  ])
  return Object.defineProperties({}, Object.fromEntries(keys))
}

/**
 * A feature's messages in the language of the moment: reading `t.key` in a template follows the setting.
 * `en` must have the keys and parameters of `zh`.
 */
export function messages<const Zh extends Catalog>(catalog: {
  readonly zh: Zh
  readonly en: Messages<Zh>
}): Messages<Zh> {
  return view(catalog.zh, catalog.en) as Messages<Zh>
}
