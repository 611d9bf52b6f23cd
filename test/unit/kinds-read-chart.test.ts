import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureAxes } from '../../desktop/domain/course/figure/axes.ts'
import { axisOver, shareOf, tightAxis } from '../../desktop/domain/course/figure/axis.ts'
import { readChartSchema } from '../../desktop/domain/course/figure/exercise.ts'
import { figurePoints, figureSchema } from '../../desktop/domain/course/figure/figure.ts'
import { judgeFigure } from '../../desktop/domain/course/figure/judge.ts'
import { figureSummary } from '../../desktop/domain/course/figure/summary.ts'
import { tellFigure } from '../../desktop/domain/course/figure/tell.ts'
import { writtenAnswer } from '../../desktop/domain/course/written.ts'
import { checked, exercise as written, rulesHold } from './kinds-support.ts'

const figure = {
  type: 'bar',
  title: '满意度节节高',
  data: [
    [2021, 82],
    [2023, 84],
    [2022, 83],
  ],
  x: '年份',
  y: '满意度 %',
  'y-from': 80,
  source: null,
}
const parts = {
  id: 'cut-axis',
  kind: 'read-chart',
  ask: '哪里误导人？',
  figure,
  parts: [
    { at: 'y-axis', misleading: true, because: '从 80 画起，2 个点看着像翻倍。' },
    { at: 'source', misleading: true, because: '没有来源，查不到数。' },
    { at: 'title', because: '确实在上升。' },
  ],
}
const exercise = readChartSchema.parse(parts)

describe('a figure to read', () => {
  rulesHold(written(parts))

  it('a written answer lists the places', () => {
    const read = (answer: string) => writtenAnswer(written(parts), answer)
    const given = read('[source, y-axis]')
    expect(given.ok && checked(written(parts), given.answer).code).toBe('ok')
    expect(read('[moon]').ok).toBe(false)
  })
})

describe('picks', () => {
  it.each<[string[], boolean, string]>([
    [['y-axis', 'source'], true, '2 处都找对了。'],
    [['y-axis'], false, '找对了 1 处，还有 1 处没有找到。'],
    [['y-axis', 'source', 'title'], false, '找对了 2 处，有 1 处并不误导。'],
    [['title'], false, '还有 2 处没有找到，有 1 处并不误导。'],
    [[], false, '这张图有误导人的地方，一共 2 处，再看一看。'],
  ])('%s', (picked, correct, message) => {
    const judgement = judgeFigure(exercise, picked)
    expect(judgement.correct).toBe(correct)
    expect(tellFigure(exercise, judgement).message).toBe(message)
  })

  it('an honest figure is right without any', () => {
    const honest = readChartSchema.parse({
      ...parts,
      parts: parts.parts.map(({ at, because }) => ({ at, because })),
      honest: '这张图说的和数据一致。',
    })
    const judgement = judgeFigure(honest, [])
    expect(judgement.correct).toBe(true)
    expect(tellFigure(honest, judgement).message).toBe('这张图说的和数据一致。')
    expect(judgeFigure(honest, ['title']).correct).toBe(false)
  })
})

describe('axes', () => {
  const values = fc.array(fc.double({ min: -1e7, max: 1e7, noNaN: true }), {
    minLength: 1,
    maxLength: 20,
  })

  it('hold every value, begin at zero or below, and have few round ticks', () => {
    fc.assert(
      fc.property(values, (all) => {
        const axis = axisOver(all)
        const slack = 1e-6 * (axis.to - axis.from)
        expect(axis.from).toBeLessThanOrEqual(Math.min(0, ...all) + slack)
        expect(axis.to).toBeGreaterThanOrEqual(Math.max(...all) - slack)
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2)
        expect(axis.ticks.length).toBeLessThanOrEqual(8)
      }),
    )
  })

  it('hold zero and every value where all are below it', () => {
    expect(axisOver([-5, -4])).toEqual({ from: -5, to: 0, ticks: [-5, -4, -3, -2, -1, 0] })
    expect(axisOver([-9999999.999995, -9999999.999995401]).to).toBe(0)
  })

  it('drawn closely hold every value, whatever they are', () => {
    fc.assert(
      fc.property(values, (all) => {
        const axis = tightAxis(all)
        const slack = 1e-6 * (axis.to - axis.from)
        expect(axis.from).toBeLessThanOrEqual(Math.min(...all) + slack)
        expect(axis.to).toBeGreaterThanOrEqual(Math.max(...all) - slack)
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2)
        expect(axis.ticks.length).toBeLessThanOrEqual(8)
      }),
    )
  })

  it('stay where they are cut; a second one is drawn closely', () => {
    expect(axisOver([82, 84], 80)).toEqual({ from: 80, to: 84, ticks: [80, 81, 82, 83, 84] })
    expect(axisOver([82, 84], 80, 90)).toMatchObject({ from: 80, to: 90 })
    expect(axisOver([82, 84])).toMatchObject({ from: 0, to: 100 })
    expect(tightAxis([4210, 4290]).from).toBeGreaterThan(4000)
    expect(shareOf({ from: 80, to: 90, ticks: [] }, 70)).toBe(0)
    const dual = figureSchema.parse({
      ...figure,
      'y-from': undefined,
      data: [
        [2021, 100, 5.1],
        [2022, 120, 5.3],
      ],
      series: ['件数', '满意度'],
      y: ['件', '分'],
      scale: 'dual',
    })
    expect(figureAxes(dual).map(({ from }) => from)).toEqual([0, 5.1])
  })
})

describe('what an author writes', () => {
  it.each<[string, object, string]>([
    [
      'values of two lengths',
      {
        data: [
          [2021, 1],
          [2022, 1, 2],
        ],
      },
      '一样多',
    ],
    [
      'the same label twice',
      {
        data: [
          [2021, 1],
          [2021, 2],
        ],
      },
      '同名',
    ],
    [
      'series without names',
      {
        data: [
          [2021, 1, 2],
          [2022, 3, 4],
        ],
      },
      '就要写 2 个名字',
    ],
    ['a name for one series', { series: ['a', 'b'] }, '不用图例'],
    ['years that run backwards', { steps: 'true' }, '从小到大的年份'],
    ['an axis above all values', { 'y-from': 90 }, 'y-from'],
    [
      'a text for a value',
      {
        data: [
          ['a', 'b'],
          ['c', 1],
        ],
      },
      '后面是数值',
    ],
    ['a pie with an axis', { type: 'pie' }, '饼图没有纵轴'],
    ['two axes for one series', { scale: 'dual', y: ['a', 'b'] }, '两条纵轴要有两组数值'],
    ['sized bars', { size: 'radius' }, '只有 dots'],
  ])('%s is refused', (_, change, problem) => {
    const checked = figureSchema.safeParse({ ...figure, ...change })
    expect(checked.error?.issues.map(({ message }) => message).join()).toContain(problem)
  })

  it.each<[string, object, string]>([
    ['a place twice', { parts: [parts.parts[0], parts.parts[0]] }, '写了两次'],
    [
      'a place that the figure has not',
      { parts: [...parts.parts, { at: 'note', because: 'x' }] },
      '没有 note',
    ],
    ['an honest figure that misleads', { honest: 'x' }, '才写 honest'],
  ])('%s is refused', (_, change, problem) => {
    const checked = readChartSchema.safeParse({ ...parts, ...change })
    expect(checked.error?.issues.map(({ message }) => message).join()).toContain(problem)
  })
})

it('points are sorted as the figure wants them', () => {
  const order = (how: string) =>
    figurePoints(figureSchema.parse({ ...figure, order: how })).map(({ label }) => label)
  expect(order('given')).toEqual(['2021', '2023', '2022'])
  expect(order('up')).toEqual(['2021', '2022', '2023'])
  expect(order('down')).toEqual(['2023', '2022', '2021'])
})

it('the figure in words says how it is drawn, and not what is wrong', () => {
  expect(figureSummary(exercise.figure)).toBe(
    '柱形图，标题是“满意度节节高”。纵轴是“满意度 %”，从 80 到 84。' +
      '横轴是“年份”，依次是 2021、2023、2022，等距离排开。没有写来源。',
  )
})
