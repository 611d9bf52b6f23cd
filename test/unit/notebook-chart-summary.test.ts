import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { summarise, type DrawnMark } from '../../desktop/domain/notebook/chart-summary.ts'
import { chartSchema } from '../../desktop/domain/notebook/chart.ts'

const chart = (yaml: string) => chartSchema.parse(parse(`title: 题\n${yaml}`))
const bars = chart('plot: [{ mark: barX, x: share, y: place }]')
const drawn = (mark: string, x: unknown[], y: unknown[]): DrawnMark[] => [{ mark, x, y }]

describe('a chart in words', () => {
  it('names the extremes with their values', () => {
    const words = summarise(bars, '题', drawn('barX', [17.42, 5.67, 15], ['辽宁', '西藏', '安徽']))
    expect(words).toBe('题。3 项：最大 辽宁（17.42），最小 西藏（5.67）。')
  })

  it('gives a month its year: there is no axis beside it', () => {
    const months = chart('plot: [{ mark: rectY, x: { month: at }, y: { count: true } }]')
    const x = [new Date('2023-02-01'), new Date('2024-07-01')]
    expect(summarise(months, '题', drawn('rectY', x, [10, 20]))).toBe(
      '题。2 项：最大 2024 年 7 月（20），最小 2023 年 2 月（10）。',
    )
  })

  it('gives a day and an hour their date', () => {
    const days = chart('plot: [{ mark: rectY, x: { hour: at }, y: { count: true } }]')
    const x = [new Date('2023-02-03'), new Date('2023-02-03T08:00:00Z')]
    expect(summarise(days, '题', drawn('rectY', x, [1, 2]))).toBe(
      '题。2 项：最大 2023-02-03 08:00:00（2），最小 2023 年 2 月 3 日（1）。',
    )
  })

  it('rounds amounts as prose does', () => {
    const dots = chart('x: { label: 人口, format: 万 }\nplot: [{ mark: dot, x: a, y: b }]')
    const words = summarise(dots, '题', drawn('dot', [3_648_100, 126_012_510], [1, 2]))
    expect(words).toBe('题。2 个点。人口从 364.8 万 到 12,601.3 万。纵轴从 1 到 2。')
  })

  it('says so where nothing was drawn', () => {
    expect(summarise(bars, '题', [])).toBe('题。图中还没有数据。')
  })
})
