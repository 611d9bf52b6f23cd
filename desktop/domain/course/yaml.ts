import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type * as z from 'zod'
import { describeIssue } from './issue.ts'
import type { Problem, Reading } from './problem.ts'

/** A piece of a file and the line that its text begins on. */
export interface Part {
  readonly file: string
  readonly line: number
  readonly text: string
}

/** The line of the file on which the value at a path stands. */
export function lineOf(part: Part, path: readonly (string | number)[]): number {
  const lines = new LineCounter()
  const document = parseDocument(part.text, { lineCounter: lines })
  return part.line + lines.linePos(offsetOf(document, path)).line - 1
}

/** Reads YAML and checks it against a schema; every problem has its line and its field. */
export function readYaml<S extends z.ZodType>(part: Part, schema: S): Reading<z.output<S>> {
  const lines = new LineCounter()
  const document = parseDocument(part.text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => part.line + lines.linePos(offset).line - 1
  const problemAt = (offset: number, problem: string): Problem => ({
    file: part.file,
    line: lineAt(offset),
    problem,
  })
  const broken = document.errors[0]
  if (broken) return refuse([problemAt(broken.pos[0], `YAML 读不懂：${broken.message}`)])

  const checked = schema.safeParse(plain(document))
  if (checked.success) return { ok: true, value: checked.data }
  return refuse(
    checked.error.issues.map((issue) => {
      const written = document.hasIn(issue.path)
      const field = nameOf(issue.path)
      const expected = describeIssue(issue, written)
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path
      return problemAt(offsetOf(document, path), field ? `${field}：${expected}` : expected)
    }),
  )
}

const refuse = (problems: readonly Problem[]): Reading<never> => ({ ok: false, problems })

/** Aliases are not followed: a file of ten lines must not unfold into a gigabyte. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

/** `options[2].because`, counted from 1 as people count. */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

/** Where the path's last written part stands: its key in a map, itself in a list. */
function offsetOf(document: Document, path: readonly unknown[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last)
      if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0
    }
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
