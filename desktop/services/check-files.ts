import { errorText } from '../contract/error-text.ts'
import type { Problem } from '../domain/course/problem.ts'
import { parseNotebook } from '../domain/notebook/parse.ts'
import { explain } from '../domain/notebook/problem.ts'
import type { Catalogue } from './catalogue.ts'
import type { Content } from './ports.ts'
import { checkCalendarFile } from './sharing/calendar.ts'

/** What is wrong with the shipped datasets, the holiday calendar and notebooks below these paths; all without any. */
export async function checkFiles(
  content: Content,
  catalogue: Catalogue,
  paths: readonly string[],
): Promise<Problem[]> {
  const wanted = paths.map((path) => path.replace(/^\.\//, '').replace(/\/+$/, ''))
  const found = [
    ...datasetProblems(catalogue),
    ...(await checkCalendarFile(content)),
    ...(await notebookProblems(content)),
  ]
  return found.filter(({ file }) => wanted.length === 0 || wanted.some((path) => lies(file, path)))
}

function lies(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`)
}

function datasetProblems(catalogue: Catalogue): Problem[] {
  return catalogue.entries().flatMap(({ id, problem }) => {
    if (!problem) return []
    const { what } = errorText(problem, 'zh')
    return [{ file: `datasets/${id}/datapackage.json`, line: 1, problem: what }]
  })
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
