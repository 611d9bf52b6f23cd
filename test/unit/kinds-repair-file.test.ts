import { describe, expect, it } from 'vitest'
import type { Content } from '../../desktop/services/ports.ts'
import { Library } from '../../desktop/services/learning/library.ts'

const folder = 'courses/c/01-a'
const lesson = (exercise: string) => `---
title: { zh: 课, en: Lesson }
minutes: 5
---
\`\`\`exercise
id: ledger
kind: repair
ask: 找错。
file: ledger.csv
${exercise}
\`\`\`
`
const errors = 'errors: [{ row: 2, column: 人数, right: 3, because: 写成了汉字。 }]'

async function read(exercise: string, csv: string | undefined) {
  const files: Record<string, string | undefined> = {
    [`${folder}/lesson.md`]: lesson(exercise),
    [`${folder}/ledger.csv`]: csv,
  }
  const content = {
    text: (path: string) => Promise.resolve(files[path]),
  } as Partial<Content> as Content
  return new Library(content).readLesson('c', '01-a')
}

describe('a table in a file of the lesson’s folder', () => {
  it('stands in the exercise once the lesson is read', async () => {
    const reading = await read(errors, '姓名,人数\n王秀兰,2\n李明,三\n')
    const block = reading?.ok ? reading.value.blocks[0] : undefined
    expect(block).toMatchObject({
      exercise: {
        table: {
          columns: [{ name: '姓名' }, { name: '人数' }],
          rows: [
            ['王秀兰', '2'],
            ['李明', '三'],
          ],
        },
      },
    })
  })

  it.each<[string, string, string | undefined, string]>([
    ['is not there', errors, undefined, '课的文件夹里没有 ledger.csv'],
    ['has no such row', errors, '姓名,人数\n王秀兰,2\n', '表里没有第 2 行'],
    ['has no such column', errors, '姓名,年龄\na,1\nb,2\n', '表里没有“人数”这一列'],
    ['is right already', errors, '姓名,人数\na,1\nb,3\n', '就是表里现在的值'],
    ['has a row too short', errors, '姓名,人数\na,1\nb\n', '应当是 2 格'],
    ['has no name to it', errors.replace('errors', 'error'), 'a\nb\n', '不认识 error'],
  ])('that %s is told to the author', async (_, exercise, csv, problem) => {
    const reading = await read(exercise, csv)
    const problems = reading?.ok === false ? reading.problems : []
    expect(problems.map((each) => each.problem).join()).toContain(problem)
    expect(problems.every(({ file, line }) => file.endsWith('lesson.md') && line >= 5)).toBe(true)
  })
})
