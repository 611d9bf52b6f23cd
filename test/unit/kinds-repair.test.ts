import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairSchema } from '../../desktop/domain/course/repair/exercise.ts'
import { repairFaults } from '../../desktop/domain/course/repair/faults.ts'
import { judgeRepair, type RepairChange } from '../../desktop/domain/course/repair/judge.ts'
import { sameValue } from '../../desktop/domain/course/repair/same-value.ts'
import { repairTable } from '../../desktop/domain/course/repair/table.ts'
import { tellRepair } from '../../desktop/domain/course/repair/tell.ts'
import { valueFaults } from '../../desktop/domain/course/value-proof.ts'
import { writtenAnswer } from '../../desktop/domain/course/written.ts'
import { checked, exercise as written, rulesHold } from './kinds-support.ts'

const rows = [
  ['王秀兰', '1949-05-02', '3', '0513-001'],
  ['李 明', '2049-05-02', '2', '0513-002'],
  ['王秀兰', '1949-05-02', '3', '0513-001'],
  ['赵建国', '１９５０年1月3日', '13', '0513-003'],
]
const parts = {
  id: 'ledger',
  kind: 'repair',
  ask: '找出有错的格子。',
  table: { columns: ['姓名', '出生日期', '人数', '编号'].map((name) => ({ name })), rows },
  errors: [
    { row: 2, column: '姓名', because: '名字里有空格。' },
    { row: 2, column: '出生日期', right: '1949-05-02', because: '还没有到的年份。' },
    { row: [1, 3], because: '同一个人登记了两次。' },
    { row: 4, column: '出生日期', right: '1950-01-03', because: '写法不统一。' },
  ],
}
const exercise = repairSchema.parse(parts)
const reading = repairTable(exercise, undefined)
if (!reading.ok) throw new Error(reading.problem)
const { table } = reading

describe('a table to repair', () => {
  rulesHold(written(parts))

  it('a written answer lists the changes', () => {
    const read = (answer: string) => writtenAnswer(written(parts), answer)
    const given = read(`
- { row: 2, column: 姓名 }
- { row: 2, column: 出生日期, value: 1949/5/2 }
- { row: 3 }
- { row: 4, column: 出生日期, value: 1950-01-03 }`)
    expect(given.ok && checked(written(parts), given.answer).code).toBe('ok')
    expect(read('姓名').ok).toBe(false)
  })

  it('changes of places that the table no longer has are not judged', () => {
    const changes = [{ row: 400, column: '姓名', value: null }]
    expect(checked(written(parts), { kind: 'repair', changes }).code).toBe('error')
  })
})

const cell = (row: number, column: string, value: string | null): RepairChange => ({
  row,
  column,
  value,
})
const strike = (row: number): RepairChange => ({ row, column: null, value: null })
const right = [
  cell(2, '姓名', '李明'),
  cell(2, '出生日期', '1949年5月2日'),
  strike(3),
  cell(4, '出生日期', '1950-01-03'),
]
const judged = (changes: readonly RepairChange[]) => judgeRepair(exercise, table, changes)

describe('repairs', () => {
  it.each<[string, RepairChange[], boolean, number, number, number]>([
    ['all of them', right, true, 4, 0, 0],
    ['the other of two duplicates', right.with(2, strike(1)), true, 4, 0, 0],
    ['nothing', [], false, 0, 0, 0],
    ['both duplicates', [...right, strike(1)], false, 4, 0, 1],
    [
      'only flagged where a value is asked for',
      right.with(1, cell(2, '出生日期', null)),
      false,
      3,
      1,
      0,
    ],
    ['flagged where that is enough', right.with(0, cell(2, '姓名', null)), true, 4, 0, 0],
    ['a wrong value', right.with(1, cell(2, '出生日期', '1948-05-02')), false, 3, 1, 0],
    ['left as it was', right.with(1, cell(2, '出生日期', '2049-05-02')), false, 3, 0, 0],
    ['the old way of writing', right.with(3, cell(4, '出生日期', '1950年1月3日')), false, 3, 1, 0],
    ['a false alarm', [...right, cell(4, '人数', null)], false, 4, 0, 1],
    ['a value taken for wrong', [...right, cell(1, '人数', '4')], false, 4, 0, 1],
    ['the same written otherwise', [...right, cell(1, '人数', ' ３ ')], true, 4, 0, 0],
    ['a row that has to stay', [...right, strike(2)], false, 4, 0, 1],
    ['a cell in a row that is struck out', [...right, cell(3, '人数', null)], true, 4, 0, 0],
    ['places that the table has not', [...right, strike(9), cell(1, '电话', 'x')], true, 4, 0, 0],
  ])('%s', (_, changes, correct, found, halfway, falseAlarms) => {
    expect(judged(changes)).toMatchObject({ correct, found, of: 4, halfway, falseAlarms })
  })

  it('are told with their places and reasons', () => {
    const judgement = judged([cell(2, '出生日期', null), cell(4, '人数', null), strike(4)])
    const { message, notes } = tellRepair(exercise, judgement)
    expect(message).toBe(
      '共 4 处，找到 0 处；误报 2 处。还差一点：至少要找到 4 处，不能有误报。另有 1 处看出来了，还没有改对。',
    )
    expect(notes).toEqual([
      '第 2 行的“出生日期”：看出来了，还没有改。还没有到的年份。',
      '第 4 行：这一行该留下，划掉就丢了一条记录。',
      '第 4 行的“人数”：这一格原来是“13”，没有错。',
    ])
  })
})

const anyChange = fc.record({
  row: fc.integer({ min: 0, max: 5 }),
  column: fc.constantFrom('姓名', '出生日期', '人数', '编号', null),
  value: fc.constantFrom('李明', '1949-05-02', '3', '', null),
})

describe('for any changes', () => {
  it('every error is told once, and the counts agree with the findings', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
        const { findings, found, halfway, falseAlarms, of } = judged(changes)
        const count = (outcome: string) =>
          findings.filter((each) => each.outcome === outcome).length
        expect(count('found') + count('value') + count('missed')).toBe(of)
        expect([count('found'), count('value'), count('false')]).toEqual([
          found,
          halfway,
          falseAlarms,
        ])
      }),
    )
  })

  it('a flag on a sound cell never helps', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 8 }), (changes) => {
        const others = changes.filter(({ row, column }) => row !== 2 || column !== '编号')
        const one = judged(others)
        const two = judged([...others, cell(2, '编号', null)])
        expect(two.falseAlarms).toBe(one.falseAlarms + 1)
        expect(two.found).toBe(one.found)
      }),
    )
  })
})

describe('one value in several ways of writing', () => {
  it.each<[string, string, boolean]>([
    [' 1949-05-02 ', '1949-05-02', true],
    ['1949/5/2', '1949-05-02', true],
    ['1949.5.2', '1949-05-02', true],
    ['19490502', '1949-05-02', true],
    ['１９４９年５月２日', '1949-05-02', true],
    ['1949-05', '1949-05-02', false],
    ['1949-02-05', '1949-05-02', false],
    ['1，234', '1234', true],
    ['１２３４', '1234', true],
    ['1234.0', '1234', true],
    ['12.5%', '12.5', false],
    ['12.5％', '12.5%', true],
    ['513', '0513', false],
    ['0513', '0513', true],
    ['32050119490502001x', '32050119490502001X', true],
    ['李 明', '李明', true],
    ['', '0', false],
    ['', '', true],
    ['桂花街道', '桂花', false],
  ])('%s for %s: %s', (given, wanted, same) => {
    expect(sameValue(given, wanted)).toBe(same)
  })
})

describe('what an author writes', () => {
  it('is proven', () => {
    expect(repairFaults(exercise, table)).toEqual([])
    const [first, second, third, fourth] = exercise.errors
    const faults = (errors: typeof exercise.errors) => repairFaults({ ...exercise, errors }, table)
    expect(faults([{ ...first!, row: [9] }])[0]).toContain('没有第 9 行')
    expect(faults([{ ...first!, column: '电话' }])[0]).toContain('没有“电话”')
    expect(faults([{ ...second!, right: ['2049-05-02'] }])[0]).toContain('现在的值')
    expect(faults([third!, third!])).toHaveLength(2)
    expect(faults([fourth!])).toEqual([])
    const lax = written({ ...parts, pass: { found: 1, false: 999 } })
    expect(valueFaults(lax)[0]).toContain('也通过了')
  })

  it.each<[string, object, string]>([
    ['neither table nor file', { table: undefined }, '只写一样'],
    ['both', { file: 'a.csv' }, '只写一样'],
    [
      'a struck row with a value',
      { errors: [{ row: 1, right: 'x', because: 'y' }] },
      '不能有 right',
    ],
    ['a file elsewhere', { table: undefined, file: '../a.csv' }, ''],
    [
      'a long number without quotes',
      { table: { columns: [{ name: 'a' }], rows: [[Number('320501194905020011')]] } },
      '加引号',
    ],
  ])('%s is refused', (_, change, problem) => {
    const checked = repairSchema.safeParse({ ...parts, ...change })
    expect(checked.success).toBe(false)
    expect(JSON.stringify(checked.error?.issues)).toContain(problem)
  })

  it('a table in a file is read, and every fault of it is told', () => {
    const filed = repairSchema.parse({
      ...parts,
      table: undefined,
      file: 'ledger.csv',
      titles: { 人数: '户内人数' },
    })
    const read = (text: string | undefined) => repairTable(filed, text)
    expect(read('\uFEFF姓名,人数\r\n王秀兰,3\r\n')).toEqual({
      ok: true,
      table: {
        columns: [{ name: '姓名' }, { name: '人数', title: '户内人数' }],
        rows: [['王秀兰', '3']],
      },
    })
    for (const [text, problem] of [
      [undefined, '没有 ledger.csv'],
      ['姓名,人数', '一行也没有'],
      ['姓名,姓名\na,b', '同名'],
      ['姓名,人数\na', '第 1 行有 1 格，应当是 2 格'],
      ['姓名,人数\n"a,b', '引号没有收尾'],
      [`a\n${'b\n'.repeat(501)}`, '超过了 500 行'],
    ] as const) {
      const result = read(text)
      expect(result.ok ? '' : result.problem).toContain(problem)
    }
  })
})
