import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLesson, type LessonBlock } from '../../desktop/domain/course/lesson.ts'
import { cellsOf } from '../../desktop/domain/notebook/notebook.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import type { Known } from '../../desktop/domain/notebook/steps/names.ts'
import { linesOf, tally, type Step } from '../../desktop/domain/notebook/steps/step.ts'
import { stepsOf } from '../../desktop/domain/notebook/steps/steps.ts'
import type { Json } from '../../desktop/domain/notebook/steps/tree.ts'
import { SqlParser } from '../../desktop/engine/accept/parser.ts'
import { Overdue } from '../../desktop/engine/overdue.ts'
import { treeOf } from '../../desktop/engine/sql/tree.ts'

const root = new URL('../../', import.meta.url)
const { signal } = new AbortController()
const known: Known = {
  tables: [
    {
      name: 'hotline_tickets',
      title: '热线工单',
      cell: false,
      columns: [
        { name: 'street', title: '街道' },
        { name: 'channel', title: '渠道' },
      ],
    },
    { name: 'by_street', title: 'by_street', cell: true, columns: [] },
  ],
  parameters: { p: '年份' },
}

let parser: SqlParser
beforeAll(async () => {
  parser = await SqlParser.open(new Overdue())
})

async function steps(sql: string): Promise<Step[]> {
  const found = await treeOf(parser, sql, signal)
  if (!found.accepted) throw new Error(`${sql}: ${JSON.stringify(found.error)}`)
  return stepsOf(JSON.parse(found.tree) as Json, known)
}

/** Each query on a line of its own, its steps indented below it. */
async function table(): Promise<{ sql: string; lines: string[] }[]> {
  const text = await readFile(new URL('test/fixtures/sql/steps.txt', root), 'utf8')
  return text.split('\n\n').map((block) => {
    const [sql = '', ...lines] = block.trimEnd().split('\n')
    return { sql, lines: lines.map((line) => line.slice(2)) }
  })
}

describe('steps in Chinese', () => {
  it('tells each query of the table as written there', async () => {
    const rows = await table()
    expect(rows.length).toBeGreaterThanOrEqual(60)
    for (const { sql, lines } of rows) expect(linesOf(await steps(sql)), sql).toEqual(lines)
  })

  it('never gives a name of the query itself the title of a column', async () => {
    const lines = linesOf(
      await steps('SELECT count(*) AS street FROM hotline_tickets ORDER BY street'),
    )
    expect(lines).toContain('按 street 从小到大排列')
  })

  it('tells what ships almost without SQL', async () => {
    const texts = [...(await notebookTexts()), ...(await lessonTexts())]
    expect(texts.length).toBeGreaterThan(8)
    const counts: { all: number; inCode: number }[] = []
    for (const sql of texts) counts.push(tally(await steps(sql)))
    const all = counts.reduce((sum, count) => sum + count.all, 0)
    const inCode = counts.reduce((sum, count) => sum + count.inCode, 0)
    expect(inCode / all).toBeLessThan(0.1)
  })

  it('ends on queries that nest, and on trees that are no query', async () => {
    let nested = 'SELECT a FROM t'
    for (let level = 0; level < 20; level += 1) {
      nested = `SELECT (${nested}), a FROM t GROUP BY (${level < 3 ? nested : '1'}), a ORDER BY 1`
    }
    expect(tally(await steps(nested)).all).toBeGreaterThan(20)
    fc.assert(
      fc.property(fc.jsonValue(), (tree) => {
        stepsOf(tree, known)
      }),
    )
  })
})

async function notebookTexts(): Promise<string[]> {
  const folder = new URL('notebooks/', root)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md'))
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')))
  return texts.flatMap((text) => cellsOf(parseNotebook(text), 'sql').map(({ body }) => body))
}

async function lessonTexts(): Promise<string[]> {
  const folder = new URL('courses/', root)
  const files = await readdir(folder, { recursive: true })
  const lessons = files.filter((file) => file.endsWith('lesson.md'))
  const texts = await Promise.all(lessons.map((file) => readFile(new URL(file, folder), 'utf8')))
  return texts.flatMap((text, index) => {
    const read = readLesson(lessons[index] ?? '', text)
    return read.ok ? read.value.blocks.flatMap(sqlOf) : []
  })
}

function sqlOf(block: LessonBlock): string[] {
  if (block.kind === 'sql-demo') return [block.sql]
  if (block.kind !== 'exercise' || block.exercise.kind !== 'sql') return []
  return [block.exercise.reference, ...block.exercise['also-right']]
}
