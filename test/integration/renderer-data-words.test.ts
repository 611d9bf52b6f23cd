import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { ColumnSummary } from '../../desktop/contract/table.ts'
import type { Field } from '../../desktop/domain/catalogue/field.ts'
import type * as barWords from '../../desktop/renderer/ui/summary/bar-words.ts'
import type { Bar } from '../../desktop/renderer/ui/summary/choices.ts'
import type * as facts from '../../desktop/renderer/features/catalogue/field-facts.ts'
import { openModule } from './renderer-page.ts'

async function inPage<T>(module: string, look: (page: Page) => Promise<T>): Promise<T> {
  const opened = await openModule(module)
  try {
    return await look(opened.page)
  } finally {
    await opened.close()
  }
}

const column = (rest: Partial<ColumnSummary>): ColumnSummary => ({
  ...{ name: 'c', type: 'VARCHAR', rows: 10, nulls: 0, distinct: 3, min: null, max: null },
  ...{ bins: [], top: [], ...rest },
})
const bins = (...edges: string[]) =>
  edges.slice(1).map((to, n) => ({ from: edges[n] ?? '', to, count: 1 }))
const top = (...values: string[]) => values.map((value) => ({ value, count: 1 }))

const huge = '170141183460469231731687303715884105727'
const hugeWords = '170,141,183,460,469,231,731,687,303,715,884,105,727'
const ages = column({ type: 'INTEGER', min: '0', max: '8', bins: bins('0', '3', '6', '9') })
const days = column({
  ...{ type: 'DATE', min: '2024-02-27', max: '2024-03-04' },
  bins: bins('2024-02-27', '2024-03-01', '2024-03-05'),
})
const sex: Field = {
  ...{ name: 'sex', type: 'integer', title: '性别' },
  categories: [{ value: 1, label: '男' }, { value: 2 }],
}

describe('bars in words', () => {
  const cases: readonly [ColumnSummary, Bar[], string, Field?][] = [
    [ages, [0], '0 – 2'],
    [ages, [1, 2], '3 – 8'],
    [ages, [0, 2, 'null'], '0 – 2、6 – 8、空值'],
    [days, [0], '2024-02-27 – 2024-02-29'],
    [days, [1], '2024-03-01 – 2024-03-04'],
    [column({ type: 'BIGINT', max: '7', bins: bins('5', '6', '7', '8') }), [1], '6'],
    [column({ type: 'DOUBLE', max: '2', bins: bins('0', '1', '2') }), [0], '0 – 1'],
    [column({ type: 'HUGEINT', max: huge, bins: bins(huge, huge) }), [0], hugeWords],
    [column({ top: top('1', '2', '') }), [0, 1, 2, 'rest'], '1 男、2、（空文本）、其余', sex],
    [column({ type: 'BOOLEAN', top: top('true', 'false') }), [0, 1], '是、否'],
  ]

  it('name both ends, which belong to them, and values by their meaning', async () => {
    const asked = cases.map(([of, bars, , field]) => ({ of, bars, field }))
    const said = await inPage('ui/summary/bar-words.ts', (page) =>
      page.evaluate((all) => {
        const { chosenWords } = (window as unknown as { tested: typeof barWords }).tested
        return all.map(({ of, bars, field }) => chosenWords(of, field, new Set(bars)))
      }, asked),
    )
    expect(said).toEqual(cases.map(([, , words]) => words))
  })
})

describe('a field’s entry in the dictionary', () => {
  const field = (rest: Partial<Field>): Field => ({
    ...{ name: 'f', type: 'number', title: '项' },
    ...rest,
  })
  const cases: readonly [Field, string[]][] = [
    [field({ constraints: { required: true } }), ['约束：必填']],
    [field({}), ['空值：可以为空，没有写明含义']],
    [
      field({
        description: '满分十分',
        unit: '分',
        categories: [
          { value: 1, label: '差' },
          { value: 2, label: '好' },
        ],
        categoriesOrdered: true,
        constraints: { minimum: 0, maximum: 10_000, pattern: '^[0-9]+$' },
        missingValues: [{ value: '', label: '没有回访' }],
      }),
      [
        '说明：满分十分',
        '单位：分',
        '取值：1 差、2 好（有先后）',
        '约束：最小 0；最大 10,000；格式 ^[0-9]+$',
        '空值：没有回访',
      ],
    ],
  ]

  it('says what the descriptor says, and nothing else', async () => {
    const said = await inPage('features/catalogue/field-facts.ts', (page) =>
      page.evaluate(
        (all) => {
          const { fieldFacts } = (window as unknown as { tested: typeof facts }).tested
          return all.map((one) => fieldFacts(one).map(({ label, words }) => `${label}：${words}`))
        },
        cases.map(([one]) => one),
      ),
    )
    expect(said).toEqual(cases.map(([, words]) => words))
  })
})
