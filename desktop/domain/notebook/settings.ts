import { Document, isMap, isNode, isScalar, parseDocument, type Node } from 'yaml'
import { withBody } from './edit.ts'
import { readInfo } from './fence-info.ts'
import type { Value } from './input.ts'
import { lineEndOf } from './lines.ts'
import type { Cell, InputCell, Notebook } from './notebook.ts'

/** A cell's settings as they are written, whether or not they can be used. */
export type Settings = Readonly<Record<string, unknown>>

type Text = Pick<Notebook, 'text' | 'head'>

/** What stands in a cell's body and on an input's fence; empty where that is no mapping. */
export function settingsOf({ text, head }: Text, cell: Cell): Settings {
  const own = mapping(parseDocument(cell.body))
  if (!isInput(cell)) return own
  const block = text.slice(cell.span.from, cell.span.to)
  const { attributes } = readInfo(/^`+\S+([^\r\n]*)/.exec(block)?.[1] ?? '')
  const first = Object.hasOwn(head.params, cell.name) ? { value: head.params[cell.name] } : {}
  return { ...own, ...attributes, ...first }
}

/**
 * The text with other settings in one cell. What stays the same keeps its place and its comments;
 * settings on an input's fence move into its body, and a first value that the front matter names is
 * changed there.
 */
export function withSettings(notebook: Notebook, cell: Cell, settings: Settings): string {
  if (!isInput(cell)) return withBody(notebook, cell, editYaml(cell.body, settings))
  const named = Object.hasOwn(notebook.head.params, cell.name)
  const { value, ...others } = settings
  const body = editYaml(cell.body, named ? others : settings)
  const text = withBareFence(withBody(notebook, cell, body), cell.span.from)
  return named && value !== undefined ? withParam(text, notebook, cell.name, value) : text
}

/** The text with another first value of an input. */
export function withFirstValue(notebook: Notebook, cell: InputCell, value: Value): string {
  return withSettings(notebook, cell, { ...settingsOf(notebook, cell), value })
}

/**
 * A mapping in YAML with other entries. Only what differs is written, so that comments and the
 * author's way of writing stay; a text that is no mapping in lines of its own is written anew.
 */
export function editYaml(text: string, settings: Settings): string {
  const document = parseDocument(text)
  const { contents } = document
  const inLines = isMap(contents) && contents.flow !== true && document.errors.length === 0
  if (!inLines) return added('', Object.entries(settings))
  const before = mapping(document)
  let edited = text
  for (const pair of contents.items.toReversed()) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    if (same(settings[key], before[key]) || !isNode(pair.key)) continue
    edited = withEntry(edited, placeOf(text, pair.key, pair.value), key, settings[key])
  }
  return added(
    edited,
    Object.entries(settings).filter(([key]) => !Object.hasOwn(before, key)),
  )
}

interface Place {
  readonly from: number
  readonly to: number
}

/** From the key to the end of what is said of it, its comment not included. */
function placeOf(text: string, key: Node, value: unknown): Place {
  const from = key.range?.[0] ?? 0
  const end = isNode(value) ? (value.range?.[1] ?? from) : (key.range?.[1] ?? from)
  return { from, to: from + text.slice(from, end).trimEnd().length }
}

/** The text with another value of one entry, or without its line. */
function withEntry(text: string, { from, to }: Place, key: string, value: unknown): string {
  if (value !== undefined) return text.slice(0, from) + entry(key, value) + text.slice(to)
  const line = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(to))?.[0].length ?? 0
  return text.slice(0, from) + text.slice(to + line)
}

function added(text: string, entries: readonly (readonly [string, unknown])[]): string {
  const lines = entries.flatMap(([key, value]) => (value === undefined ? [] : [entry(key, value)]))
  return [...(text.trim() === '' ? [] : [text.trimEnd()]), ...lines].join('\n')
}

/** One entry on one line. */
function entry(key: string, value: unknown): string {
  const document = new Document({})
  document.set(key, document.createNode(value, { flow: true }))
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: !Array.isArray(value) })
  return text.trimEnd()
}

function isInput(cell: Cell): boolean {
  return cell.kind === 'input' || (cell.kind === 'broken' && cell.was === 'input')
}

function mapping(document: Document): Record<string, unknown> {
  if (document.errors.length > 0) return {}
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 })
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
    return Object.fromEntries(Object.entries(value))
  } catch {
    return {} // aliases, which no cell may have
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** An input's fence with nothing but its name. */
function withBareFence(text: string, at: number): string {
  const rest = text.slice(at)
  const opening = /^[^\r\n]*/.exec(rest)?.[0] ?? ''
  const kind = /^`+\S+/.exec(opening)?.[0] ?? ''
  const name = /\sname=(?:"[^"]*"|\S+)/.exec(opening)?.[0] ?? ''
  return text.slice(0, at) + kind + name + rest.slice(opening.length)
}

/** The front matter lies before every cell, so it still stands where it was read. */
function withParam(text: string, { head }: Text, name: string, value: unknown): string {
  const own = text.slice(0, head.span.to)
  const [, open = '', body = '', close = ''] =
    /^(\uFEFF?---[^\r\n]*\r?\n)([\s\S]*?)(---\s*)$/.exec(own) ?? []
  if (open === '' || same(value, head.params[name])) return text
  const before = mapping(parseDocument(body))
  const eol = lineEndOf(text)
  const params = { ...head.params, [name]: value }
  const edited = `${editYaml(body, { ...before, params })}\n`.replaceAll(/\r\n|\n|\r/g, eol)
  return open + edited + close + text.slice(head.span.to)
}
