import type { Chart } from '../../../domain/notebook/chart.ts'
import type { Palette } from '../../../domain/notebook/palette.ts'
import type { Framed } from '../../../domain/notebook/picture/frame.ts'
import { beijingText } from '../moment.ts'
import type { ExitParts, Leaving } from './leaving.ts'

/** What must stand on a chart that is passed on by itself. */
export function provenance(
  { clock, version }: Pick<ExitParts, 'clock' | 'version'>,
  { datasets, held }: Pick<Leaving, 'datasets' | 'held'>,
  { source, accept }: Pick<Chart, 'source' | 'accept'>,
): Pick<Framed, 'notes' | 'synthetic'> {
  const data = datasets.map(
    ({ title, version: of, created }) => `《${title}》${of} 版，${created.slice(0, 10)} 发布`,
  )
  const reasons = Object.values(accept ?? {})
  return {
    synthetic: datasets.some(({ synthetic }) => synthetic)
      ? '合成数据：由程序生成，不是任何真实的人和地方的情况'
      : undefined,
    notes: [
      ...(source === undefined ? [] : [`来源：${source}`]),
      ...(data.length > 0 ? [`数据：${data.join('；')}`] : []),
      ...reasons.map((reason) => `作者的说明：${reason}`),
      ...(held === '' ? [] : [held]),
      `${beijingText(clock.now())}导出 · 致知 ${version}`,
    ],
  }
}

/** The chart's own colours by what they stand for. */
export function legendOf({ color }: Pick<Chart, 'color'>, { colours }: Palette): Framed['legend'] {
  const words: Readonly<Record<string, string>> = { true: '是', false: '否' }
  return Object.entries(color?.values ?? {}).map(([value, colour]) => ({
    text: words[value] ?? value,
    colour: colours[colour],
  }))
}
