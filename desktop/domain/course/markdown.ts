import { Marked, type Token, type Tokens } from 'marked'

const containerNames = ['volunteer', 'handout', 'speaker', 'card'] as const
export type ContainerName = (typeof containerNames)[number]

const fenceNames = ['exercise', 'sql-demo', 'scenario', 'drill'] as const
type FenceName = (typeof fenceNames)[number]

/** Fences that are shown as they stand, inside prose. */
const plainFences = ['', 'sql', 'text']

/** A top-level piece of a lesson's text and the line of the file it begins on. */
export type LessonToken = { readonly line: number } & (
  | { readonly kind: 'prose' | ContainerName; readonly text: string }
  | { readonly kind: 'fence'; readonly name: FenceName; readonly text: string }
  | { readonly kind: 'wrong'; readonly problem: string }
)

const container = {
  name: 'container',
  level: 'block' as const,
  start: (source: string) => /^:::/m.exec(source)?.index,
  tokenizer(source: string) {
    const match = /^::: *([^\n]*)\n([\s\S]*?)\n:::[ \t]*(?:\n+|$)/.exec(source)
    if (!match) return undefined
    return { type: 'container', raw: match[0], name: match[1]?.trim() ?? '', text: match[2] ?? '' }
  },
}

const markdown = new Marked({ extensions: [container] })

/** Cuts a lesson's text into prose, containers and fences; neighbouring prose stays together. */
export function tokensOf(text: string, firstLine: number): LessonToken[] {
  const found: LessonToken[] = []
  let line = firstLine
  for (const token of markdown.lexer(text)) {
    const piece = pieceOf(token, line)
    const last = found.at(-1)
    if (piece.kind === 'prose' && last?.kind === 'prose') {
      found[found.length - 1] = { ...last, text: last.text + piece.text }
    } else found.push(piece)
    line += token.raw.split('\n').length - 1
  }
  return found
    .map((piece) => (piece.kind === 'prose' ? { ...piece, text: piece.text.trim() } : piece))
    .filter((piece) => piece.kind !== 'prose' || piece.text !== '')
}

function pieceOf(token: Token, line: number): LessonToken {
  if (token.type === 'code') return fenceOf(token as Tokens.Code, line)
  if (token.type === 'container') return containerOf(token, line)
  if (token.type === 'paragraph' && /^:::/m.test(token.raw)) {
    return { line, kind: 'wrong', problem: '以 ::: 开头的一段没有结束，补上单独一行 :::' }
  }
  return { line, kind: 'prose', text: token.raw }
}

function fenceOf(token: Tokens.Code, line: number): LessonToken {
  const name = token.lang?.trim() ?? ''
  const known = fenceNames.find((fence) => fence === name)
  if (!known && !plainFences.includes(name)) {
    const problem = `不认识代码块“${name}”，可以用 ${[...fenceNames, 'sql', 'text'].join('、')}`
    return { line, kind: 'wrong', problem }
  }
  if (token.codeBlockStyle !== 'indented' && !/\n *(`{3,}|~{3,})\s*$/.test(token.raw)) {
    return { line, kind: 'wrong', problem: `代码块“${name}”没有结束，补上单独一行 \`\`\`` }
  }
  if (!known) return { line, kind: 'prose', text: token.raw }
  return { line, kind: 'fence', name: known, text: token.text }
}

function containerOf(token: Tokens.Generic, line: number): LessonToken {
  const { name, text } = token as Tokens.Generic & { readonly name: string; readonly text: string }
  const known = containerNames.find((candidate) => candidate === name)
  if (!known) {
    const problem = `不认识 ::: ${name}，可以用 ${containerNames.join('、')}`
    return { line, kind: 'wrong', problem }
  }
  return { line, kind: known, text: text.trim() }
}
