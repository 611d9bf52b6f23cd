import { describe, expect, it } from 'vitest'
import { parametersIn, valuesFromText, valuesOf } from '../../desktop/domain/notebook/parameters.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'

const notebook = parseNotebook(`---
title: 参数
params: { low: 14, year: 2020 }
---
\`\`\`input name=low type=slider min=7 max=20 step=0.5
\`\`\`
\`\`\`input name=district type=select
options: [东区, { value: w, label: 西区 }]
\`\`\`
\`\`\`input name=since type=date value=2024-01-01 min=2023-01-01
\`\`\`
\`\`\`input name=word type=text
\`\`\`
`)

describe('parameters', () => {
  it('have their first values from the front matter, then the control', () => {
    expect(notebook.problems).toEqual([])
    expect(parametersIn(notebook).map(({ name, first }) => [name, first])).toEqual([
      ['low', 14],
      ['district', '东区'],
      ['since', '2024-01-01'],
      ['word', ''],
      ['year', 2020],
    ])
  })

  it('take what was chosen where it fits', () => {
    const chosen = { low: 99, district: 'w', since: 'yesterday', word: '噪声', stranger: 1 }
    expect(valuesOf(notebook, chosen)).toEqual({
      low: 14,
      district: 'w',
      since: '2024-01-01',
      word: '噪声',
      year: 2020,
    })
  })

  it('read the command line in the type of the first value', () => {
    expect(valuesFromText(notebook, { low: '7.5', year: '2021', word: '12' })).toMatchObject({
      values: { low: 7.5, year: 2021, word: '12' },
    })
  })

  it.each([
    [{ low: '21' }, 'low', '7 到 20'],
    [{ low: 'many' }, 'low', '数字'],
    [{ district: '北区' }, 'district', '东区、w'],
    [{ since: '2022-12-31' }, 'since', '日期'],
    [{ stranger: '1' }, 'stranger', '没有这个参数'],
  ])('refuse %j and say why', (texts, name, why) => {
    const result = valuesFromText(notebook, texts)
    if (!('misfit' in result)) throw new Error('accepted')
    expect(result.misfit.name).toBe(name)
    expect(result.misfit.why.zh).toContain(why)
  })
})
