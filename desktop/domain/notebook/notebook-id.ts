const LONGEST = 48
/** Names that Windows keeps for itself. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * The id that a notebook called so would like to have: its title's Latin words where it is written in
 * them, else the day. `day` is `20261126`.
 */
export function wishedId(title: string, day: string): string {
  const latin = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words =
    latin
      .match(/[a-z0-9]+/g)
      ?.join('-')
      .slice(0, LONGEST)
      .replace(/-+$/, '') ?? ''
  const other = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u.test(latin)
  return other || !/[a-z]/.test(words) || reserved.test(words) ? `notebook-${day}-1` : words
}

/** The id itself, or with the next free number at its end, where it is taken. */
export function freeId(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish
  const [, stem = wish, number = '1'] = /^(.*?)-(\d{1,3})$/.exec(wish) ?? []
  let next = Number(number) + 1
  while (taken.has(`${stem}-${next}`)) next += 1
  return `${stem}-${next}`
}
