import { describe, expect, it } from 'vitest'
import type { ChartColumn } from '../../desktop/domain/notebook/chart-form/first-choices.ts'
import { drawingChoices, firstDrawing } from '../../desktop/domain/notebook/chart-form/parts.ts'
import { canLook, suggest } from '../../desktop/domain/notebook/chart-form/suggest.ts'
import { drawingTitle } from '../../desktop/domain/notebook/chart-form/title.ts'
import { choicesOf } from '../../desktop/domain/notebook/chart-form/choices.ts'
import { withDrawing, withLayers } from '../../desktop/domain/notebook/chart-form/write-drawing.ts'
import { kinds } from '../../desktop/domain/notebook/chart-kinds/kinds.ts'
import { chartSchema } from '../../desktop/domain/notebook/chart.ts'
import { readYaml } from '../../desktop/domain/notebook/yaml-part.ts'

const column = (name: string, kind: ChartColumn['kind'], distinct?: number): ChartColumn => ({
  ...{ name, kind, distinct },
})
const table = [
  column('street', 'text', 12),
  column('sex', 'text', 2),
  column('day', 'date'),
  column('days', 'number'),
]
const titles = new Map([['street', '街道']])
const layers = `# 给区里
title: 各街道的数量
from: tickets
plot:
  - { mark: barX, x: { count: true }, y: street }
  - { mark: ruleX, x: 10, label: 门槛 } # 门槛
`
const read = (body: string) => {
  const part = readYaml(body, chartSchema)
  if (!part.ok) throw new Error(part.detail.en)
  return part.value
}

describe('the looks of a chart', () => {
  it.each(kinds)('%s is written from columns, and read back', (kind) => {
    const choices = firstDrawing(kind, table)
    if (!choices) throw new Error('no columns')
    const body = withDrawing(layers, choices, { title: '题', from: 'tickets' })
    const { draw, plot, title } = read(body)
    expect(draw && drawingChoices(draw)).toEqual(choices)
    expect(plot.map(({ mark }) => mark)).toEqual(['ruleX'])
    expect(title).toBe('题')
    expect(body).toContain('# 给区里')
    expect(drawingTitle(choices, titles)).not.toContain('undefined')
    const back = { ...choicesOf(read(layers)), title: '题' }
    expect(read(withLayers(body, back)).plot.map(({ mark }) => mark)).toEqual(['barX', 'ruleX'])
  })

  it('keeps what the form does not show while a part is changed', () => {
    const body = 'title: t\nfrom: a\ndraw: { kind: ranked, names: b, value: v, top: 7 } # 前七'
    const { draw } = read(body)
    if (!draw) throw new Error('no kind')
    const next = { ...drawingChoices(draw), parts: { names: 'c' } }
    const changed = withDrawing(body, next, { title: 't', from: 'a' })
    expect(changed).toContain('{ kind: ranked, names: c, value: v, top: 7 } # 前七')
  })

  it('are offered where the columns will do', () => {
    const text = [column('street', 'text', 12)]
    expect(canLook('ranked', text)).toBe(true)
    for (const look of ['share', 'calendar', 'dot', 'rectY', 'cell', 'box'] as const) {
      expect(canLook(look, text)).toBe(false)
    }
  })

  it.each([
    [[column('街道', 'text', 12)], ['ranked']],
    [
      [column('街道', 'text', 12), column('满意程度', 'text', 5)],
      ['likert', 'ranked', 'share', 'cell'],
    ],
    [
      [column('年龄', 'text', 18), column('性别', 'text', 2)],
      ['pyramid', 'ranked', 'share', 'cell'],
    ],
    [[column('日期', 'date')], ['lineY', 'calendar']],
    [[column('a', 'number'), column('b', 'number')], ['dot']],
    [[], []],
  ])('are suggested by the columns', (columns, looks) => {
    expect(suggest(columns, (name) => name).map(({ look }) => look)).toEqual(looks)
  })
})
