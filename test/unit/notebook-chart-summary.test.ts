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

  it('tells the series apart that share names', () => {
    const lines = chart(
      'y: { format: "%" }\nplot: [{ mark: lineY, x: n, y: share, stroke: measure }]',
    )
    const drawing: DrawnMark = {
      mark: 'lineY',
      x: ['3 天', '90 天', '3 天', '90 天'],
      y: [0.0171234, 0.0912345, 0.97, 0.88],
      channels: { stroke: ['重复率', '重复率', '标过', '标过'] },
    }
    expect(summarise(lines, '题', [drawing])).toBe(
      '题。2 组。重复率 2 项：最大 90 天（9.1%），最小 3 天（1.7%）。标过 2 项：最大 3 天（97.0%），最小 90 天（88.0%）。',
    )
  })

  it('keeps one list where a colour only groups names that stand once', () => {
    const drawing: DrawnMark = {
      mark: 'barX',
      x: [3, 1],
      y: ['东湖街道', '白沙镇'],
      channels: { fill: ['新城区', '乡镇'] },
    }
    expect(summarise(bars, '题', [drawing])).toBe(
      '题。2 项：最大 东湖街道（3），最小 白沙镇（1）。',
    )
  })

  it('names at most six series', () => {
    const names = Array.from({ length: 8 }, (_, at) => `组${at}`)
    const drawing: DrawnMark = {
      mark: 'barX',
      x: [...names, ...names].map((_, at) => at),
      y: names.flatMap(() => ['甲', '乙']),
      channels: { fill: names.flatMap((name) => [name, name]) },
    }
    const words = summarise(bars, '题', [drawing])
    expect(words).toContain('8 组。组0 2 项')
    expect(words).toContain('另有 2 组。')
    expect(words).not.toContain('组6')
  })

  it('names dots that stand beside names', () => {
    const dots = chart(
      'x: { format: "%" }\nplot: [{ mark: dot, x: share, y: place, fill: measure }]',
    )
    const drawing: DrawnMark = {
      mark: 'dot',
      x: [0.759, 0.83, 0.815, 0.823],
      y: ['柳堤街道', '茶坪镇', '柳堤街道', '茶坪镇'],
      channels: { fill: ['公布的', '公布的', '调后', '调后'] },
    }
    expect(summarise(dots, '题', [drawing])).toBe(
      '题。2 组。公布的 2 项：最大 茶坪镇（83.0%），最小 柳堤街道（75.9%）。调后 2 项：最大 茶坪镇（82.3%），最小 柳堤街道（81.5%）。',
    )
  })

  it.each([
    [1475.0819672131147, '1475.08'],
    [26.774, '26.77'],
    [0.0332258, '0.0332'],
    [8998, '8998'],
  ])('writes %s as prose does, without its long tail', (value, text) => {
    expect(summarise(bars, '题', drawn('barX', [value], ['东湖街道']))).toBe(
      `题。只有 1 项：东湖街道（${text}）。`,
    )
  })

  it('names no largest where all are the same', () => {
    expect(summarise(bars, '题', drawn('barX', [8.3, 8.3], ['甲', '乙']))).toBe(
      '题。2 项，都是 8.3。',
    )
  })

  it('says so where nothing was drawn', () => {
    expect(summarise(bars, '题', [])).toBe('题。图中还没有数据。')
  })
})
