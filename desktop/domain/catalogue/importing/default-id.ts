/**
 * An id for the dataset of a file: its name's Latin letters and digits where there are enough of
 * them, else the day; numbered where it is taken.
 */
export function defaultId(fileName: string, day: string, isTaken: (id: string) => boolean): string {
  const latin = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const base = latin.length >= 3 ? latin : `import-${day.replaceAll('-', '')}`
  let number = 2
  let id = base
  while (isTaken(id)) {
    id = `${base}-${number}`
    number += 1
  }
  return id
}
