import { describe, expect, it } from 'vitest'
import { competence } from '../../desktop/domain/course/competences.ts'
import { readCourse, type Course } from '../../desktop/domain/course/course.ts'
import { readLesson } from '../../desktop/domain/course/lesson.ts'
import { lintCourse, lintLesson } from '../../desktop/domain/course/lint-objectives.ts'

const yaml = (more: string) => `id: c
track: A
title: { zh: 课, en: Course }
summary: { zh: 课, en: Course }
minutes: 10
${more}`

function course(more: string): Course {
  const read = readCourse('course.yaml', yaml(more))
  if (!read.ok) throw new Error(read.problems[0]?.problem)
  return read.value
}

const question = (id: string, more: string) => `
\`\`\`exercise
id: ${id}
kind: choice
${more}
ask: ？
options: [{ text: 是, right: true, because: 对 }, { text: 否, because: 不对 }]
\`\`\`
`
function lint(id: string, objectives: string, ...questions: string[]): string[] {
  const text = `---\ntitle: { zh: 课, en: L }\nminutes: 5\nobjectives: ${objectives}\n---\n${questions.join('')}`
  const lesson = readLesson('lesson.md', text)
  if (!lesson.ok) throw new Error(lesson.problems[0]?.problem)
  const declared = course('objectives: { data.count: { zh: 会数, en: Count } }')
  return lintLesson(declared, id, lesson.value).map(({ line, problem }) => `${line} ${problem}`)
}

describe('course.yaml', () => {
  it.each([
    ['mastery: { of: 2, right: 3 }', 'mastery.right：不能比 of 大'],
    ['objectives: { Data: { zh: 一, en: One } }', '这个名字不能用'],
    ['objectives: { a: { zh: 一 } }', '没有写'],
    ['sources: [{ title: 年鉴 }]', '没有写'],
  ])('is refused with %s', (more, problem) => {
    const read = readCourse('course.yaml', yaml(more))
    expect(read.ok ? '' : read.problems[0]?.problem).toContain(problem)
  })

  it('has three of four where it does not say what mastery is', () => {
    expect(course('')).toMatchObject({ mastery: { of: 4, right: 3 }, objectives: {}, sources: [] })
  })

  it.each([
    ['DigComp-1.3', true],
    ['DigComp-6.1', false],
    ['江苏-③', true],
    ['江苏-3', false],
    ['国办发〔2020〕45号-就医', true],
    ['国办发〔2020〕45号-toString', false],
    ['DigComp-constructor', false],
    ['会用电脑', false],
  ])('the competence %s is known: %s', (code, known) => {
    expect(competence(code) !== undefined).toBe(known)
    expect(lintCourse('course.yaml', course(`competences: [${code}]`))).toHaveLength(known ? 0 : 1)
  })
})

describe('a lesson', () => {
  it('may not name an objective that the course does not declare', () => {
    expect(lint('01-x', '[data.count]', question('q', 'objective: data.count'))).toEqual([])
    expect(lint('01-x', '[data.other]', question('q', 'objective: data.odd'))).toEqual([
      '2 目标 data.other 没有写在 course.yaml 的 objectives 里',
      '7 练习 q：目标 data.odd 没有写在 course.yaml 的 objectives 里',
    ])
  })

  it('that is the test has a form and an objective in each question, alike in both forms', () => {
    const a = question('a', 'objective: data.count\nform: A')
    expect(lint('test', '[]', a, question('b', 'objective: data.count\nform: B'))).toEqual([])
    expect(lint('test', '[]', a)).toEqual([
      '7 目标 data.count 在 A、B 两卷里的题数不一样，前后没法比',
    ])
    expect(lint('test', '[]', question('x', ''))).toEqual([
      '7 练习 x：测验里的题要写 form（A 或 B）和 objective',
    ])
  })
})
