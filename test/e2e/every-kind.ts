import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Exercises of the kinds that lessons beside this one do not have, as an item has them. */
const written: Readonly<Record<string, string>> = {
  choice: `ask: 十个人来了四个，来了几成？
options:
  - { text: 四成, right: true, because: 四除以十。 }
  - { text: 六成, because: 六成没来。 }`,
  number: `ask: 上月 12 件，这月 30 件，一共几件？
answer: 42
hints: [加起来]`,
  sort: `ask: 哪个是人数，哪个是比率？
groups: [人数, 比率]
cards:
  - { text: 来了四个人, group: 人数, because: 数人。 }
  - { text: 来了四成, group: 比率, because: 有分母。 }
  - { text: 没来六个人, group: 人数, because: 数人。 }
  - { text: 没来六成, group: 比率, because: 有分母。 }`,
  match: `ask: 给每个词配上意思。
pairs:
  - { left: 分子, right: 上面的数, because: 线上面。 }
  - { left: 分母, right: 下面的数, because: 线下面。 }
  - { left: 基期, right: 拿来比的时候, because: 比的起点。 }`,
  order: `ask: 查一个数，先后怎么走？
items: [定口径, 查数, 回头核]
because: [先说清数什么，再去查。, 查完了核一遍。]`,
  sql: `ask: 热线工单一共几件？
columns: [n]
reference: SELECT count(*) AS n FROM hotline_tickets
hints: [数行, 用 count, 数全部]`,
}

const fixtures = {
  data: 'test/fixtures/courses-data/pointing/01-by-pointing/lesson.md',
  mark: 'test/fixtures/courses-marking/courses/m1-marking/01-mark/lesson.md',
  figure: 'test/fixtures/courses-marking/courses/m1-marking/03-read-chart/lesson.md',
}

/** The first exercise of each kind in a lesson, without its id. */
async function exercisesOf(root: string, file: string): Promise<Map<string, string>> {
  const text = await readFile(join(root, file), 'utf8')
  const found = new Map<string, string>()
  for (const [, body = ''] of text.matchAll(/```exercise\n([\s\S]*?)```/g)) {
    const kind = /^kind: (\S+)$/m.exec(body)?.[1] ?? ''
    if (!found.has(kind)) found.set(kind, body.replace(/^(id|kind): .*\n/gm, ''))
  }
  return found
}

const item = (id: string, use: string, objective: string, kind: string, body: string) =>
  [
    ...['```item', `id: ${id}`, `use: ${use}`, `objective: ${objective}`, 'exercise:'],
    `  kind: ${kind}`,
    ...body
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    '```\n',
  ].join('\n')

/** Makes the fixture's programme one course, whose test before has an exercise of every kind. */
export async function everyKind(root: string, appRoot: string): Promise<readonly string[]> {
  const read = await Promise.all(Object.values(fixtures).map((file) => exercisesOf(root, file)))
  const exercises = new Map([...Object.entries(written), ...read.flatMap((one) => [...one])])
  const simple = written['number'] ?? ''
  const items = [...exercises].flatMap(([kind, body]) => [
    item(`a-${kind}`, 'A', `p1.${kind}`, kind, body),
    item(`b-${kind}`, 'B', `p1.${kind}`, kind, body),
    item(`f1-${kind}`, 'final', `p1.${kind}`, 'number', simple),
    item(`f2-${kind}`, 'final', `p1.${kind}`, 'number', simple),
  ])
  for (const at of [1, 2, 3]) items.push(item(`p-${at}`, 'placement', 'p1.other', 'number', simple))
  for (const at of [1, 2]) items.push(item(`f-${at}`, 'final', 'p1.other', 'number', simple))
  const head = '---\ntitle: { zh: 题库, en: Bank }\ndatasets: [hotline-tickets]\n---\n\n'
  const kinds = [...exercises.keys()]
  const course = join(appRoot, 'courses/p1-counting')
  await writeFile(join(course, 'bank.md'), head + items.join('\n'))
  const file = join(course, 'course.yaml')
  const objectives = kinds.map((kind) => `  p1.${kind}: { zh: ${kind}, en: ${kind} }\n`).join('')
  await writeFile(file, (await readFile(file, 'utf8')).replace('objectives:\n', `$&${objectives}`))
  // a form has whatever items are for it, and of core objectives there are few
  const core = `p1.${kinds[0] ?? ''}`
  const programme = join(appRoot, 'courses/programmes/trial.yaml')
  const text = await readFile(programme, 'utf8')
  const only = text.replace(
    / {2}- [\s\S]*?(?=minutes)/,
    `  - { course: p1-counting, core: [${core}] }\n`,
  )
  await writeFile(programme, only)
  return kinds
}
