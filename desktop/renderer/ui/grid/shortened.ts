/** More of a text than any cell shows; a page of giant texts must not fill the document. */
const SHOWN = 400

/** The beginning of a long text, on one line. */
export function shortened(text: string): string {
  const begin = text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`
  return begin.replaceAll(/[\r\n\t]+/g, ' ')
}
