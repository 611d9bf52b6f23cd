import type { Chart } from './chart.ts'

/** The chart with each of its texts (titles, source, labels) passed through `write`. */
export function mapTexts(chart: Chart, write: (text: string) => string): Chart {
  return {
    ...chart,
    title: write(chart.title),
    ...(chart.subtitle === undefined ? {} : { subtitle: write(chart.subtitle) }),
    ...(chart.source === undefined ? {} : { source: write(chart.source) }),
    plot: chart.plot.map((mark) =>
      'label' in mark && mark.label !== undefined ? { ...mark, label: write(mark.label) } : mark,
    ),
  }
}

/** The texts of a chart, which may quote values as prose does. */
export function textsOf(chart: Chart): string[] {
  const texts: string[] = []
  mapTexts(chart, (text) => {
    texts.push(text)
    return text
  })
  return texts
}
