import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toWireError } from '../../desktop/contract/errors.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'
import { residentCheckDigit } from '../../desktop/domain/privacy/resident-id.ts'
import type { Wishes } from '../../desktop/domain/privacy/deidentify/plan.ts'
import { utf8 } from '../chinese-bytes.ts'
import { call, look, openGate, type Opened } from './import-support.ts'

let opened: Opened
let other: Opened
beforeAll(async () => {
  opened = await openGate()
  other = await openGate({ built: opened.root })
})
afterAll(() => Promise.all([opened.remove(), other.remove()]))

const idOf = (birth: string, number: number) => {
  const digits = `110105${birth}${String(number).padStart(3, '0')}`
  return digits + residentCheckDigit(digits)
}

/** Sixty residents: two streets, two sexes, ages of two bands and the days of their requests. */
const persons = Array.from({ length: 60 }, (_, at) => ({
  name: `王小${'一二三四五六七八九十'[at % 10]}`,
  id: idOf(at % 2 ? '19860101' : '19750601', at),
  sex: at % 4 < 2 ? '女' : '男',
  age: at % 2 ? 40 + (at % 10 === 1 ? 0 : 1) : 51,
  address: `安澜市河东区${at % 8 < 4 ? '春晖' : '望江'}街道幸福路${at}号`,
  day: `2025-03-${String((at % 28) + 1).padStart(2, '0')}`,
  kind: ['噪声', '漏水', '停车'][at % 3],
}))

const head = '姓名,身份证号,性别,年龄,住址,受理日期,诉求类别'
const textOf = (people: typeof persons) =>
  [
    head,
    ...people.map(({ name, id, sex, age, address, day, kind }) =>
      [name, id, sex, age, address, day, kind].join(','),
    ),
  ].join('\n')

async function importWith(
  where: Opened,
  id: string,
  text: string,
  wishes: Partial<Wishes> = {},
  name = '名册.csv',
) {
  const { gate } = where.now()
  const {
    token,
    look: table,
    encoding,
    delimiter,
    table: sheet,
  } = await look(gate, name, utf8(text))
  if (!table) throw new Error('refused')
  const recipe = { ...table.recipe, encoding, delimiter, table: sheet }
  const order = { decisions: {}, ...wishes, recipe }
  const assessed = await gate.assess(token, order, call)
  try {
    const done = await gate.import(token, { ...order, id, title: id }, call)
    return { ...done, assessed, columns: table.columns }
  } finally {
    await gate.discard(token)
  }
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => undefined, toWireError)
  expect(error?.code).toBe('import_refused')
  return String(error?.params['problem'])
}

async function column(where: Opened, sql: string): Promise<unknown[]> {
  const { engine, attaching, catalogue } = where.now()
  await attaching.need(catalogue.entries().map(({ id }) => id))
  const values: unknown[] = []
  for await (const { bytes } of engine.stream('query', { schema: 'main', sql, parameters: {} })) {
    const table = readResult(bytes)
    for (let row = 0; row < table.rows; row += 1) values.push(table.columns[0]?.at(row))
  }
  return values
}

async function everyFile(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const paths = names.map((name) => join(folder, name))
  const files = await Promise.all(
    paths.map(async (path) => ((await stat(path).catch(() => undefined))?.isFile() ? [path] : [])),
  )
  return files.flat()
}

describe('a register of people', () => {
  it('comes in as it is proposed: codes, bands and streets, with k before and after', async () => {
    const done = await importWith(opened, 'people', textOf(persons))
    expect(done.written.decisions).toEqual({
      姓名: 'drop',
      身份证号: 'pseudonymise',
      性别: 'keep',
      年龄: 'age_band',
      住址: 'street',
      受理日期: 'keep',
      诉求类别: 'keep',
    })
    const { assessment } = done.written
    expect(assessment).toMatchObject({
      people: true,
      quasi: ['性别', '年龄', '住址'],
      sensitive: '诉求类别',
      rows: 60,
      before: { k: 1, under: 60 },
      worst: [],
    })
    expect(assessment.after?.k).toBeGreaterThanOrEqual(5)
    expect(done.assessed).toEqual({ kind: 'assessed', assessment, problem: null, warning: null })
    const entry = opened.now().catalogue.dataset('people').package
    expect(entry.governance).toMatchObject({
      minimumCell: 5,
      contributors: { data: '身份证号' },
      personalInformation: {
        kind: 'deidentified',
        k: assessment.after?.k,
        quasiIdentifiers: { data: ['性别', '年龄', '住址'] },
      },
    })
    expect(await column(opened, 'SELECT DISTINCT "年龄" FROM people ORDER BY 1')).toEqual([
      '40-49',
      '50-59',
    ])
    expect(await column(opened, 'SELECT DISTINCT "住址" FROM people ORDER BY 1')).toEqual([
      '安澜市河东区春晖街道',
      '安澜市河东区望江街道',
    ])
  })

  it('leaves a report beside the data, and no value of a person anywhere', async () => {
    const report = await opened.now().gate.report('people')
    expect(report).toMatchObject({ rowsIn: 60, rowsKept: 60, level: 'general' })
    const numbers = report?.findings.find(({ column: name }) => name === '身份证号')
    expect(numbers).toMatchObject({ kind: 'resident_id', by: 'value', count: 60 })
    expect(report?.decisions).toContainEqual({ column: '住址', decision: 'street', lost: 0 })
    const planted = [...persons.flatMap(({ id, name }) => [id, name]), '幸福路']
    for (const path of await everyFile(opened.folder)) {
      const bytes = await readFile(path)
      for (const value of planted) expect(bytes.includes(value), `${value} in ${path}`).toBe(false)
    }
    const folder = join(opened.folder, 'journal')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'))
    const lines = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
    expect(lines.join('')).toMatch(/"decided":\{"age_band":1,"drop":1,"keep":3,"pseudonymise":1/)
  })

  it('says nothing of a report that is not what was written', async () => {
    await importWith(opened, 'plain', 'a,b\n1,2\n')
    expect((await opened.now().gate.report('plain'))?.rowsKept).toBe(1)
    await writeFile(join(opened.folder, 'datasets/plain/import-report.json'), '{"version":9}')
    expect(await opened.now().gate.report('plain')).toBeNull()
    await expect(opened.now().gate.report('none')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('joins the same person in two files of one workspace, and in none of another', async () => {
    const spaced = persons.slice(0, 5).map((one) => ({
      ...one,
      id: `${one.id.slice(0, 6)} ${one.id.slice(6, 14)} ${one.id.slice(14)}`,
    }))
    await importWith(opened, 'second', textOf(spaced))
    await importWith(other, 'elsewhere', textOf(persons))
    const own = new Set(await column(opened, 'SELECT "身份证号" FROM people'))
    const second = await column(opened, 'SELECT "身份证号" FROM second')
    expect(second.filter((code) => own.has(code))).toHaveLength(5)
    const codes = await column(other, 'SELECT "身份证号" FROM elsewhere')
    expect(codes.filter((code) => own.has(code))).toEqual([])
    await opened.again()
    await importWith(opened, 'third', textOf(persons))
    expect(new Set(await column(opened, 'SELECT "身份证号" FROM third'))).toEqual(own)
  })

  it('moves the days of a person together', async () => {
    const [first, second] = [persons[0]!, persons[1]!]
    const twice = [first, { ...first, day: '2025-03-20' }, second, { ...second, day: '2025-03-09' }]
    await importWith(opened, 'moved', textOf(twice), { decisions: { 受理日期: 'shift' } })
    const gaps = await column(
      opened,
      'SELECT max("受理日期") - min("受理日期") FROM moved GROUP BY "身份证号" ORDER BY 1',
    )
    expect(gaps.map(Number)).toEqual([7, 19])
    const same = await column(opened, `SELECT count(*) FROM moved WHERE "受理日期" = '2025-03-20'`)
    expect(Number(same[0])).toBeLessThan(4)
  })
})

describe('the policy', () => {
  it.each<[string, Partial<Wishes>, RegExp]>([
    [
      'keeps no number',
      { decisions: { 身份证号: 'keep' } },
      /^“身份证号”里有身份证号，不能“保留”，可以选“换成代号”、“遮盖”、“改成年龄段”、“去掉”$/,
    ],
    [
      'masks no number of important data',
      { level: 'important', decisions: { 身份证号: 'mask' } },
      /不能“遮盖”/,
    ],
    [
      'keeps no name of important data',
      { level: 'important', decisions: { 姓名: 'keep' } },
      /不能“保留”/,
    ],
    ['takes no core data', { level: 'core' }, /^核心数据不能导入$/],
    ['knows its columns', { decisions: { 户号: 'drop' } }, /^没有“户号”这一列$/],
    ['knows the columns that tell', { quasi: ['职业'] }, /^没有“职业”这一列$/],
    ['wants no number among them', { quasi: ['身份证号'] }, /“身份证号”直接说出是谁/],
    ['wants no column that is out as the sensitive one', { sensitive: '姓名' }, /不能当敏感列/],
    ['does not make an age of a sex', { decisions: { 性别: 'age_band' } }, /不能“改成年龄段”/],
  ])('%s', async (_, wishes, sentence) => {
    const problem = importWith(opened, 'refused', textOf(persons), wishes)
    expect(await refusal(problem)).toMatch(sentence)
    expect(opened.now().catalogue.entry('refused')).toBeUndefined()
  })

  it('refuses important data below k, says which rows and what would do, and takes them above it', async () => {
    const few = textOf([...persons, { ...persons[0]!, age: 93, name: '赵某' }])
    const problem = await refusal(importWith(opened, 'few', few, { level: 'important' }))
    expect(problem).toBe(
      '重要数据不能这样导入。按“性别”、“年龄”、“住址”看，有 1 行找不到足够多一样的行（连自己不到 5 行，k = 1），容易认出是谁，例如：女、90+、安澜市河东区春晖街道（1 行）。去掉“年龄”或把它改得更粗就够了。',
    )
    const done = await importWith(opened, 'few', few, {
      level: 'important',
      decisions: { 年龄: 'drop' },
    })
    expect(done.written.assessment.after?.k).toBeGreaterThanOrEqual(5)
    const { governance, imported } = opened.now().catalogue.dataset('few').package
    expect(imported?.level).toBe('important')
    expect(governance.lineage.join()).toContain('按重要数据的要求去标识')
    // without anything by which to reckon it, k is not known
    const unknown = importWith(opened, 'blind', few, { level: 'important', quasi: [] })
    expect(await refusal(unknown)).toMatch(/要先写明/)
  })

  it('lets general data in below k and says so', async () => {
    const done = await importWith(opened, 'warned', textOf(persons.slice(0, 7)))
    expect(done.assessed).toMatchObject({ kind: 'assessed', problem: null })
    expect(done.written.assessment.worst.length).toBeGreaterThan(0)
    const kept = await opened.now().gate.report('warned')
    expect(kept?.assessment.worst).toEqual([]) // in the workspace they would be small cells
    expect(done.assessed).toHaveProperty(
      'warning',
      expect.stringMatching(/有 7 行找不到足够多一样的行/),
    )
    const { governance } = opened.now().catalogue.dataset('warned').package
    expect(governance.personalInformation.kind).toBe('unassessed')
    expect(governance.minimumCell).toBe(5)
  })

  it('counts what could not be made coarser', async () => {
    const odd = [...persons.slice(0, 9), { ...persons[9]!, address: '幸福路9号' }]
    await importWith(opened, 'odd', textOf(odd), { decisions: { 住址: 'street' } })
    const report = await opened.now().gate.report('odd')
    expect(report?.decisions).toContainEqual({ column: '住址', decision: 'street', lost: 1 })
    expect(await column(opened, 'SELECT "住址" FROM odd WHERE "住址" IS NULL')).toHaveLength(1)
  })

  it('of a file without people asks nothing', async () => {
    await importWith(opened, 'sums', '街道,受理量\n甲,12\n乙,15\n')
    const { governance } = opened.now().catalogue.dataset('sums').package
    expect(governance.minimumCell).toBeNull()
    expect(governance).not.toHaveProperty('contributors')
  })

  it('does not guess a salt that is damaged', async () => {
    await writeFile(join(other.folder, 'keys/pseudonyms.salt'), 'short')
    await other.again()
    expect(await refusal(importWith(other, 'x', textOf(persons)))).toMatch(/密钥.*坏了/)
  })
})
