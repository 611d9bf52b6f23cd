import { errorText } from '../contract/error-text.ts'
import type { Problem } from '../domain/course/problem.ts'
import { parseNotebook } from '../domain/notebook/parse.ts'
import { explain } from '../domain/notebook/problem.ts'
import type { Catalogue } from './catalogue.ts'
import type { Content } from './ports.ts'
import { checkCalendarFile } from './sharing/calendar.ts'
import { voiceProblems } from './speech/speech.ts'

interface Parts {
  readonly content: Content
  readonly catalogue: Catalogue
  /** What the official profiles of Data Package say against a descriptor. */
  readonly profileProblems: (descriptor: unknown) => readonly string[]
}

/** What is wrong with the shipped datasets, the holiday calendar, notebooks and voices below these paths; all without any. */
export async function checkFiles(
  { content, catalogue, profileProblems }: Parts,
  paths: readonly string[],
): Promise<Problem[]> {
  const wanted = paths.map((path) => path.replace(/^\.\//, '').replace(/\/+$/, ''))
  const found = [
    ...datasetProblems(catalogue),
    ...(await checkCalendarFile(content)),
    ...(await officialProblems(content, profileProblems)),
    ...(await notebookProblems(content)),
    ...(await voiceProblems(content)),
  ]
  return found.filter(({ file }) => wanted.length === 0 || wanted.some((path) => lies(file, path)))
}

function lies(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`)
}

function datasetProblems(catalogue: Catalogue): Problem[] {
  return catalogue.entries().flatMap(({ id, problem, listed }) => {
    if (!problem || listed) return []
    const { what } = errorText(problem, 'zh')
    return [{ file: `datasets/${id}/datapackage.json`, line: 1, problem: what }]
  })
}

/** A descriptor that is no JSON has been told of already. */
async function officialProblems(
  content: Content,
  profileProblems: Parts['profileProblems'],
): Promise<Problem[]> {
  const each = (await content.list('datasets')).toSorted().map(async (id) => {
    const file = `datasets/${id}/datapackage.json`
    const json = parsed(await content.text(file))
    return json === undefined
      ? []
      : profileProblems(json).map((problem) => ({ file, line: 1, problem }))
  })
  return (await Promise.all(each)).flat()
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

async function notebookProblems(content: Content): Promise<Problem[]> {
  const names = (await content.list('notebooks')).filter((name) => name.endsWith('.md'))
  const each = names.map(async (name) => {
    const file = `notebooks/${name}`
    const { problems } = parseNotebook((await content.text(file)) ?? '')
    return problems.map((problem) => ({ file, line: problem.line, problem: explain(problem).zh }))
  })
  return (await Promise.all(each)).flat()
}
