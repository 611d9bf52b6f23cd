/** What happened and what to do, in Chinese; names that may have been meant. */
export interface Explained {
  readonly what: string
  readonly next: string
  readonly near: readonly string[]
}

type Matched = readonly string[]

/** A message of DuckDB and what it means. */
export interface Rule {
  readonly pattern: RegExp
  readonly explain: (found: Matched) => Explained
}

export const rule = (
  pattern: RegExp,
  what: (found: Matched) => string,
  next: string | ((found: Matched) => string),
  near: (found: Matched) => readonly string[] = () => [],
): Rule => ({
  pattern,
  explain: (found) => ({
    what: what(found),
    next: typeof next === 'string' ? next : next(found),
    near: near(found),
  }),
})

/** `"a", "b"` as names. */
export const quoted = (text = ''): string[] =>
  Array.from(text.matchAll(/"((?:[^"]|"")*)"/g), ([, name = '']) => name.replaceAll('""', '"'))
