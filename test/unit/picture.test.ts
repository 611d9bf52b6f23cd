import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { chartSchema } from '../../desktop/domain/notebook/chart.ts'
import { paperPalette } from '../../desktop/domain/notebook/palette.ts'
import { chartTables } from '../../desktop/domain/notebook/picture/chart-table.ts'
import { framed } from '../../desktop/domain/notebook/picture/frame.ts'
import { svgEscape, writeShape } from '../../desktop/domain/notebook/picture/svg.ts'
import { widthOfText, wrapped } from '../../desktop/domain/notebook/picture/wrap.ts'

const hostile = '</text><script>alert(1)</script>" onload="x'

describe('a picture that is passed on', () => {
  const words = {
    title: hostile,
    subtitle: '副标题',
    legend: [{ text: hostile, colour: '#0b5a56' }],
    notes: ['来源：某局', hostile],
    synthetic: '合成数据',
    summary: hostile,
    drawing:
      '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="x" width="720" height="280" viewBox="0 0 720 280"><path d="M0 0"/></svg>',
    width: 720,
    height: 280,
  }

  it('has its words on it, and none of them is markup', () => {
    const { svg, width, height } = framed(words, paperPalette)
    expect(svg).not.toMatch(/<script|onload="x|url\(|href|<style/)
    expect(svg).toContain('合成数据')
    expect(svg).toContain('来源：某局')
    expect(svg.match(/xmlns=/g)).toHaveLength(1)
    expect(svg.match(/aria-label=/g)).toHaveLength(1)
    expect(svg).toContain('<svg x="20"')
    expect([width, height > 280]).toEqual([760, true])
  })

  it('leaves out what XML cannot hold', () => {
    expect(svgEscape('a\u0000b\u001bc\n<')).toBe('abc &lt;')
    expect(writeShape({ kind: 'path', d: 'M0"/><x', fill: 'red' })).not.toContain('<x')
  })
})

it('a long text is broken into lines that fit, closing marks never first', () => {
  const lines = wrapped('各街道每万常住人口的投诉件数，按街道的类型上色 colour；越深越多。', 10)
  for (const line of lines) {
    expect(widthOfText(line)).toBeLessThanOrEqual(11)
    expect(line).not.toMatch(/^[，。；]/)
  }
  expect(wrapped('x'.repeat(100), 10).join('')).toHaveLength(100)
  expect(wrapped('', 10)).toEqual([])
})

it('the numbers of a chart, layer by layer, by the titles of their columns', () => {
  const chart = chartSchema.parse(
    parse(
      'title: 题\nfrom: t\nplot: [{ mark: barX, x: { sum: n }, y: street, fill: { column: kind } }, { mark: ruleX, x: 3 }, { mark: lineY, x: { month: at }, y: { count: true } }]',
    ),
  )
  const drawn = [
    { mark: 'barX', x: [3, Number.NaN], y: ['甲', null], channels: { fill: ['a', true] } },
    { mark: 'lineY', x: [new Date('2025-02-01')], y: [7n] },
  ]
  expect(chartTables(chart, drawn, new Map([['street', '街道']]))).toEqual([
    { columns: ['街道', 'n合计', 'kind'], rows: [['甲', 3, 'a'], [undefined, undefined, '是']] }, // prettier-ignore
    { columns: ['at（按月）', '数量'], rows: [['2025 年 2 月 1 日', 7]] },
  ])
})
