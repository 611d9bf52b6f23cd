/** A piece of writing and how it is said; the groups of the pattern, '' where one took no part. */
export type Rule = readonly [RegExp, (...parts: string[]) => string]

/** Applies the rules one after the other. */
export function applied(text: string, rules: readonly Rule[]): string {
  return rules.reduce((now, [pattern, say]) => now.replaceAll(pattern, said(say)), text)
}

/** Groups that took no part are undefined to `replaceAll`, whatever its types say. */
function said(say: Rule[1]): (...found: unknown[]) => string {
  return (...found) => say(...found.map((part) => (typeof part === 'string' ? part : '')))
}
