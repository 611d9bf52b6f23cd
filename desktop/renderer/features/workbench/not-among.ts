/** The names that are not among those known. */
export function notAmong(known: Iterable<string>, names: Iterable<string>): string[] {
  const found = new Set(known)
  return [...names].filter((name) => !found.has(name))
}
