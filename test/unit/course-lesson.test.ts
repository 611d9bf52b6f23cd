import { describe, expect, it } from 'vitest'
import { readCourse } from '../../desktop/domain/course/course.ts'
import { readLesson } from '../../desktop/domain/course/lesson.ts'
import { publicBlocks } from '../../desktop/domain/course/public-view.ts'
import { lineOf, readYaml } from '../../desktop/domain/course/yaml.ts'
import { scenarioSchema } from '../../desktop/domain/simulation/scenario.ts'

const head = `---
title: { zh: 数一数, en: Count }
minutes: 10
datasets: [hotline-tickets]
---
`
const choice = `id: why
kind: choice
ask: 为什么？
options:
  - { text: 甲, right: true, because: 对。 }
  - { text: 乙, because: 不对。 }`
const sql = `id: count
kind: sql
ask: 数一数
columns: [街道, 件数]
order: [件数 desc, 街道]
reference: SELECT 秘密 FROM t
hints: [一, 二, 三]`

const fence = (name: string, body: string) => `\`\`\`${name}\n${body}\n\`\`\`\n`
const read = (body: string, start = head) => readLesson('lesson.md', start + body)

function blocksOf(body: string) {
  const reading = read(body)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.value.blocks
}

function problemsOf(body: string, start = head): string[] {
  const reading = read(body, start)
  return reading.ok ? [] : reading.problems.map(({ line, problem }) => `${line} ${problem}`)
}

describe('a lesson', () => {
  it('is prose, fences and containers in their order', () => {
    const body = [
      '# 标题\n\n一段。\n',
      fence('sql', 'SELECT 1'),
      fence('sql-demo', 'SELECT 2'),
      fence('exercise', choice),
      '::: card\n**三步**\n\n1. 挑\n:::\n',
      fence('scenario', 'id: pay'),
      '完。',
    ].join('\n')
    const kinds = blocksOf(body).map((block) => block.kind)
    expect(kinds).toEqual(['prose', 'sql-demo', 'exercise', 'card', 'scenario', 'prose'])
    expect(blocksOf(body)[0]).toEqual({
      kind: 'prose',
      text: '# 标题\n\n一段。\n\n```sql\nSELECT 1\n```',
    })
    expect(blocksOf(body)[3]).toEqual({ kind: 'card', text: '**三步**\n\n1. 挑' })
  })

  it('has a fraud drill of all schemes, or of those that it names', () => {
    const schemes = (text: string) => blocksOf(fence('drill', text))[0]
    expect(schemes('')).toMatchObject({ kind: 'drill', schemes: [] })
    expect(schemes('schemes: [parcel, police]')).toMatchObject({ schemes: ['parcel', 'police'] })
    expect(problemsOf(fence('drill', 'schemes: []'))).toEqual([
      expect.stringContaining('schemes：太短或太少，至少 1'),
    ])
  })

  it('reads alike with line ends of Windows', () => {
    const reading = readLesson(
      'lesson.md',
      (head + fence('exercise', choice)).replaceAll('\n', '\r\n'),
    )
    expect(reading).toMatchObject({ ok: true, value: { blocks: [{ kind: 'exercise' }] } })
  })

  it('knows a sort key’s direction', () => {
    const [block] = blocksOf(fence('exercise', sql))
    expect(block).toMatchObject({
      exercise: {
        order: [
          { column: '件数', descending: true },
          { column: '街道', descending: false },
        ],
      },
    })
  })

  it('keeps its answers to itself', () => {
    const reading = read(fence('exercise', choice) + fence('exercise', sql))
    const shown = JSON.stringify(reading.ok && publicBlocks(reading.value))
    expect(shown).toContain('"ask":"为什么？"')
    expect(shown).toContain('"options":["甲","乙"]')
    for (const secret of ['秘密', 'right', '对。', 'reference']) expect(shown).not.toContain(secret)
  })
})

describe('an exercise of no kind', () => {
  it('is told which kinds there are', () => {
    const [problem] = problemsOf(fence('exercise', 'id: a\nkind: puzzle'))
    expect(problem).toMatch(/^8 kind：只能是 choice、.*、sql/)
  })
})

describe('a lesson with a fault says the line, the field and what is expected', () => {
  it.each<[string, string, string[]]>([
    [
      'an unknown fence',
      fence('excercise', choice),
      ['6 不认识代码块“excercise”，可以用 exercise、sql-demo、scenario、drill、sql、text'],
    ],
    [
      'an unknown container',
      '::: crad\n三步\n:::\n',
      ['6 不认识 ::: crad，可以用 volunteer、handout、speaker、card'],
    ],
    ['an open container', '::: card\n三步\n', ['6 以 ::: 开头的一段没有结束，补上单独一行 :::']],
    ['an open fence', '```sql-demo\nSELECT 1\n', ['6 代码块“sql-demo”没有结束，补上单独一行 ```']],
    ['an empty demo', fence('sql-demo', ''), ['6 sql-demo 是空的，写上一条查询']],
    [
      'a missing field',
      fence('exercise', choice.replace('ask: 为什么？\n', '')),
      ['7 ask：没有写，这一项不能少'],
    ],
    [
      'an option without its reason',
      fence('exercise', choice.replace(', because: 不对。', '')),
      ['12 options[2].because：没有写，这一项不能少'],
    ],
    ['a misspelt key', fence('exercise', sql + '\nhint: 四'), ['14 不认识 hint，请检查拼写']],
    [
      'two right options',
      fence('exercise', choice.replace('乙,', '乙, right: true,')),
      ['10 options：单选题要有且只有一个 right: true；多选题至少一个'],
    ],
    ['two hints', fence('exercise', sql.replace('一, ', '')), ['13 hints：太短或太少，至少 3']],
    ['a text for a number', fence('exercise', sql + '\ntop: 五'), ['14 top：应当是数字']],
    [
      'an id in capitals',
      fence('exercise', choice.replace('id: why', 'id: Why')),
      ['7 id：写法不对：用小写英文字母、数字和连字符'],
    ],
    [
      'an id twice',
      fence('exercise', choice) + '\n' + fence('exercise', choice),
      ['15 练习的 id “why” 用了两次，换一个'],
    ],
    [
      'no options at all',
      fence('exercise', 'id: a\nkind: choice\nask: 问'),
      ['7 options：没有写，这一项不能少'],
    ],
  ])('%s', (_, body, problems) => {
    expect(problemsOf(body)).toEqual(problems)
  })

  it('has no front matter', () => {
    expect(problemsOf('一段。', '')).toEqual([
      '1 文件开头要有说明：第一行写 ---，然后是 title、minutes 等，再以一行 --- 结束',
    ])
  })

  it('has a wrong front matter', () => {
    expect(problemsOf('', '---\ntitle: { zh: 数 }\nminutes: 很久\n---\n')).toEqual([
      '2 title.en：没有写，这一项不能少',
      '3 minutes：应当是数字',
    ])
  })

  it('has YAML that cannot be read, at its line', () => {
    expect(problemsOf(fence('exercise', 'id: a\nkind: [choice'))[0]).toMatch(/^8 YAML 读不懂：/)
  })

  it('has YAML that would unfold', () => {
    const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nid: [*b, *b]'
    expect(read(fence('exercise', bomb)).ok).toBe(false)
  })
})

describe('a course', () => {
  const course = `id: a4-query-1
track: A
title: { zh: 查数 I, en: Querying I }
summary: { zh: 数, en: count }
minutes: 20
`
  it('is read', () => {
    expect(readCourse('course.yaml', course)).toMatchObject({ ok: true, value: { track: 'A' } })
  })

  it('says where it is wrong', () => {
    expect(readCourse('course.yaml', course.replace('track: A', 'track: D'))).toEqual({
      ok: false,
      problems: [{ file: 'course.yaml', line: 2, problem: 'track：只能是 A、B、C' }],
    })
  })
})

describe('a place in YAML', () => {
  const part = { file: 'x.yaml', line: 1, text: 'id: x\nscreens:\n  one:\n    say: 一\n' }

  it('is the line of its key, or of the nearest that is written', () => {
    expect(lineOf(part, ['screens', 'one', 'say'])).toBe(4)
    expect(lineOf(part, ['screens', 'one', 'show'])).toBe(3)
    expect(lineOf(part, ['goal'])).toBe(1)
  })

  it('is told for a scenario too', () => {
    const reading = readYaml(part, scenarioSchema)
    expect(reading.ok ? [] : reading.problems.map(({ problem }) => problem)).toEqual([
      'title：没有写，这一项不能少',
      'start：没有写，这一项不能少',
      'goal：没有写，这一项不能少',
    ])
  })
})
