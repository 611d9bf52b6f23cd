import * as z from 'zod'

const words = z.string().trim().min(1)

/** A point's label (a year, a street) and its values, one for each series. */
const rowSchema = z
  .array(z.union([z.string(), z.number()]))
  .min(2)
  .max(4)
  .refine((row) => row.slice(1).every((value) => typeof value === 'number'), {
    message: '第一项是名称，后面是数值',
  })

/**
 * A figure drawn by us from its own data, with the flaws that real ones have: a cut axis, uneven
 * steps of time, two axes, areas in place of lengths, no source.
 */
export const figureSchema = z
  .strictObject({
    type: z.enum(['bar', 'line', 'area', 'pie', 'dots']),
    title: words,
    data: z.array(rowSchema).min(2).max(24),
    /** What stands on the horizontal axis; nothing is a flaw too. */
    x: words.optional(),
    /** What stands on the vertical axis, with its unit; two of them with `scale: dual`. */
    y: z.union([words, z.tuple([words, words])]).optional(),
    /** Names of the series, where there are several; they make the legend. */
    series: z.array(words).min(2).max(3).optional(),
    /** Where the vertical axis begins and ends; 0 and a round number unless said. */
    'y-from': z.number().optional(),
    'y-to': z.number().optional(),
    /** `dual`: the second series has an axis of its own on the right, from its own lowest value. */
    scale: z.enum(['one', 'dual']).default('one'),
    /** `even`: the points stand equally far apart whatever their years; `true`: as time goes. */
    steps: z.enum(['even', 'true']).default('even'),
    /** `given`, or sorted by the first series. */
    order: z.enum(['given', 'up', 'down']).default('given'),
    /** Dots as large as their value: by radius the eye sees squares, by area it sees the value. */
    size: z.enum(['radius', 'area']).optional(),
    /** Labels of the points drawn in the accent; without any all are. */
    highlight: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
    /** Null: the figure names none, and the place is there to be pointed at. */
    source: words.nullable(),
    note: words.optional(),
  })
  .superRefine((figure, context) => {
    for (const { path, problem } of figureFaults(figure)) {
      context.addIssue({ code: 'custom', path: [path], message: problem })
    }
  })
export type Figure = z.infer<typeof figureSchema>

/** One point as it is drawn. */
export interface FigurePoint {
  readonly label: string
  readonly values: readonly number[]
}

/** The points in the order in which they are drawn. */
export function figurePoints({ data, order }: Pick<Figure, 'data' | 'order'>): FigurePoint[] {
  const points = data.map(([label = '', ...values]) => ({
    label: String(label),
    values: values.map(Number),
  }))
  const sign = { given: 0, up: 1, down: -1 }[order]
  return points.sort((a, b) => sign * ((a.values[0] ?? 0) - (b.values[0] ?? 0)))
}

/** How many series there are: values beside each label. */
export const seriesCount = ({ data }: Pick<Figure, 'data'>): number => (data[0]?.length ?? 2) - 1

interface Fault {
  readonly path: string
  readonly problem: string
}

function figureFaults(figure: Figure): Fault[] {
  const { type, data, series, scale, steps, size, y } = figure
  const count = seriesCount(figure)
  const values = data.flatMap((row) => row.slice(1).map(Number))
  const labels = data.map(([label]) => String(label))
  const round = type === 'pie' || size !== undefined
  const faults: readonly (readonly [boolean, string, string])[] = [
    [data.some((row) => row.length !== count + 1), 'data', '每一行的数值要一样多'],
    [new Set(labels).size < labels.length, 'data', '有两行同名'],
    [count > 1 && series?.length !== count, 'series', `有 ${count} 组数值，就要写 ${count} 个名字`],
    [count === 1 && series !== undefined, 'series', '只有一组数值，不用图例'],
    [round && count > 1, 'data', '饼图和按大小画的圆只能有一组数值'],
    [round && values.some((value) => value <= 0), 'data', '饼图和按大小画的圆只能用正数'],
    [type === 'pie' && y !== undefined, 'y', '饼图没有纵轴'],
    [size !== undefined && type !== 'dots', 'size', '只有 dots 可以按大小画'],
    [scale === 'dual' && (count !== 2 || type === 'pie'), 'scale', '两条纵轴要有两组数值'],
    [(scale === 'dual') !== Array.isArray(y), 'y', 'scale: dual 和两个 y 的名字要一起写'],
    [steps === 'true' && !increasing(labels), 'steps', '要按时间画，名称就得是从小到大的年份'],
    [!axisHolds(figure, values), 'y-from', 'y-from 要小于 y-to，数值也不能都在外面'],
  ]
  return faults.flatMap(([wrong, path, problem]) => (wrong ? [{ path, problem }] : []))
}

function increasing(labels: readonly string[]): boolean {
  const years = labels.map(Number)
  return years.every((year, index) => {
    const before = years[index - 1]
    return Number.isFinite(year) && (before === undefined || before < year)
  })
}

function axisHolds(figure: Figure, values: readonly number[]): boolean {
  const from = figure['y-from'] ?? -Infinity
  const to = figure['y-to'] ?? Infinity
  return from < to && values.some((value) => value > from && value <= to)
}
