import { writeValue } from '../../value.ts'
import type { Sentence } from '../../problem.ts'
import { formatFor } from '../wording.ts'
import { say } from '../finished.ts'
import type { BarsFigure, ControlFigure, Figure, IntervalsFigure, LinesFigure } from './figure.ts'

/** More than these are not read out one by one. */
const mostTold = 12

/** What a figure shows, for those who do not see it. */
export function figureSummary(figure: Figure): Sentence {
  switch (figure.kind) {
    case 'intervals':
      return intervalsText(figure)
    case 'bars':
      return barsText(figure)
    case 'lines':
      return linesText(figure)
    case 'control':
      return controlText(figure)
  }
}

const writer =
  ({ format }: Figure) =>
  (value: number) =>
    writeValue(value, format ?? formatFor(value))

function listed(measure: Sentence, parts: readonly Sentence[]): Sentence {
  const shown = parts.slice(0, mostTold)
  const rest = parts.length - shown.length
  return say(
    `${measure.zh}：${shown.map(({ zh }) => zh).join('；')}${rest > 0 ? `；另有 ${rest} 项` : ''}。`,
    `${measure.en}: ${shown.map(({ en }) => en).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`,
  )
}

function intervalsText(figure: IntervalsFigure): Sentence {
  const number = writer(figure)
  const told = figure.rows.map(({ label, estimate, low, high }) => {
    const [middle, from, to] = [estimate, low, high].map(number)
    if (!Number.isFinite(low) || !Number.isFinite(high)) {
      return say(`${label.zh} ${middle ?? ''}`, `${label.en} ${middle ?? ''}`)
    }
    return say(
      `${label.zh} ${middle ?? ''}（${from ?? ''} 到 ${to ?? ''}）`,
      `${label.en} ${middle ?? ''} (${from ?? ''} to ${to ?? ''})`,
    )
  })
  return listed(figure.measure, told)
}

function barsText(figure: BarsFigure): Sentence {
  const number = writer(figure)
  const told = figure.rows.map(({ label, value }) =>
    say(`${label.zh} ${number(value)}`, `${label.en} ${number(value)}`),
  )
  return listed(figure.measure, told)
}

function linesText(figure: LinesFigure): Sentence {
  const number = writer(figure)
  const told = figure.series.flatMap(({ label, values }) => {
    const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
    const [first, last] = [known[0], known.at(-1)]
    if (!first || !last) return []
    const [from, to] = [figure.axis[first.at] ?? '', figure.axis[last.at] ?? '']
    return say(
      `${label.zh}从 ${from} 的 ${number(first.value)} 到 ${to} 的 ${number(last.value)}`,
      `${label.en} from ${number(first.value)} (${from}) to ${number(last.value)} (${to})`,
    )
  })
  const marks = (figure.marks ?? []).map(({ at, label }) => {
    const place = figure.axis[at] ?? ''
    return say(`竖线：${place} ${label.zh}`, `upright line: ${place} ${label.en}`)
  })
  return listed(figure.measure, [...told, ...marks])
}

function controlText(figure: ControlFigure): Sentence {
  const number = writer(figure)
  const out = figure.points.flatMap(({ value, signal }, at) => (signal ? [{ value, at }] : []))
  const centre = number(figure.centre.at(-1) ?? Number.NaN)
  const head = say(
    `${figure.points.length} 个点，最后的中心线 ${centre}，${out.length} 个点有信号`,
    `${figure.points.length} points, last centre line ${centre}, ${out.length} with a signal`,
  )
  const told = out.map(({ value, at }) => {
    const text = `${figure.axis[at] ?? ''} ${number(value)}`
    return say(text, text)
  })
  return listed(figure.measure, [head, ...told])
}
