import type { Sentence } from './problem.ts'

/** Signs of the longest settings: those of a large chart or pivot are a few thousand. */
const longest = 200_000

/** Lists within lists; what we read has at most six. */
const deepest = 64

/** Signs of indentation, dashes and question marks before a line's first word. */
const widest = 200

/**
 * What makes a text dangerous to parse, before it is parsed: nesting beyond reason takes the parser's
 * whole stack and with it the process. Nothing where it is harmless.
 */
export function yamlDanger(text: string): Sentence | undefined {
  if (text.length > longest) {
    return { zh: `太长了，最多 ${longest} 个字符`, en: `too long; at most ${longest} characters` }
  }
  if (tooWide(text)) return tooDeep
  let depth = 0
  for (const sign of text) {
    if (sign === '[' || sign === '{') depth += 1
    else if ((sign === ']' || sign === '}') && depth > 0) depth -= 1
    if (depth > deepest) return tooDeep
  }
  return undefined
}

const tooDeep: Sentence = { zh: '嵌套太深，请写得平一些', en: 'nested too deeply' }

/** Many dashes and question marks with tags between them nest as well, and take their time. */
const tooWide = (text: string) =>
  text.split(/\r\n|\n|\r/).some((line) => {
    const lead = /^[\t ?:-]*/.exec(line)?.[0].length ?? 0
    return lead > widest || (line.match(/[?-]\s/g)?.length ?? 0) > deepest
  })
