/** A link or a picture in a text, and the line of the text that it stands on, from 1. */
export interface TextLink {
  readonly target: string
  readonly line: number
  readonly picture: boolean
}

/** The Markdown links of a text. Code is passed over: there, brackets mean something else. */
export function linksOf(text: string): TextLink[] {
  return outsideFences(text).flatMap((line, index) =>
    [...line.replaceAll(/`[^`]*`/g, '').matchAll(/(!?)\[[^\]]*\]\(([^)\s]*)[^)]*\)/g)].map(
      ([, mark, target = '']) => ({ target, line: index + 1, picture: mark === '!' }),
    ),
  )
}

/** The lines of a text, those of plain code and of SQL emptied; what exercises say stays. */
export function outsideFences(text: string): string[] {
  let fence: string | undefined
  return text.split(/\r?\n/).map((line) => {
    const name = /^ {0,3}```\s*([\w-]*)/.exec(line)?.[1]
    if (name === undefined) return fence === undefined || fence === 'exercise' ? line : ''
    fence = fence === undefined ? name : undefined
    return ''
  })
}
