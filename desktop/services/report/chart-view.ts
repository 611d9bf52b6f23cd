import { sourcesOf } from '../../domain/notebook/chart.ts'
import { mapTexts } from '../../domain/notebook/chart-text.ts'
import type { ChartCell } from '../../domain/notebook/notebook.ts'
import { cautionsView } from './chart-cautions.ts'
import { chartLink } from './anchors.ts'
import { Html, markup, nothing } from './html.ts'
import { originTag, type View } from './view.ts'

/** A picture with its words: the finding above, what it shows and where it comes from below. */
export function chartView(cell: ChartCell, view: View): Html {
  const { name, chart: written } = cell
  const chart = mapTexts(written, view.quotes.fill)
  const drawn = view.charts.get(name)
  const about =
    chart.subtitle === undefined ? nothing : markup`<p class="about">${chart.subtitle}</p>`
  const source = chart.source === undefined ? '' : chart.source
  // the drawer wrote the picture: shapes and words only
  const picture = drawn?.ok ? new Html(drawn.svg) : missing(drawn?.reason)
  const said = drawn?.ok ? markup`<p>${spoken(drawn.summary, chart)}</p>` : nothing
  return markup`<figure${chart.half ? markup` class="half"` : nothing}>
<div class="title"><h3>${chart.title}</h3>${originTag(sourcesOf(chart), view)}</div>${about}
${picture}
<figcaption>${said}${cautionsView(chart, drawn, view)}<p>${source}</p>${chartLink(sourcesOf(chart), view)}</figcaption>
</figure>`
}

function missing(reason: string | undefined): Html {
  const why = reason === undefined ? '它的数据没有算出来' : reason.replace(/。$/, '')
  return markup`<p class="problem">这张图没有画出来：${why}。</p>`
}

/** The summary repeats title and subtitle for those who hear it alone; beside them it need not. */
function spoken(
  summary: string,
  { title, subtitle }: { title: string; subtitle?: string | undefined },
) {
  const begin = subtitle === undefined ? `${title}。` : `${title}。${subtitle}。`
  const rest = summary.startsWith(begin) ? summary.slice(begin.length) : summary
  return rest.startsWith('图中') ? rest : `图中 ${rest}`
}
