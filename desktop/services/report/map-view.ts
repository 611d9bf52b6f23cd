import { plainRows } from '../../domain/notebook/chart-warnings/plain-rows.ts'
import {
  drawMap,
  placeValues,
  type DrawnMap,
  type MapGround,
} from '../../domain/notebook/map/draw.ts'
import type { Boundary } from '../../domain/notebook/map/boundary.ts'
import { groundOf } from '../../domain/notebook/map/grounds.ts'
import { mapMapTexts, type MapSpec } from '../../domain/notebook/map/map.ts'
import { mapWarnings } from '../../domain/notebook/map/warn.ts'
import { fold } from '../../domain/notebook/name.ts'
import type { MapCell } from '../../domain/notebook/notebook.ts'
import { paperPalette } from '../../domain/notebook/palette.ts'
import { writeShape, writeSvg } from '../../domain/notebook/picture/svg.ts'
import { titlesOf } from '../../domain/notebook/pivot/titles.ts'
import type { ResultTable } from '../../domain/notebook/result-table.ts'
import { chartLink } from './anchors.ts'
import { Html, markup, nothing } from './html.ts'
import { originTag, type View } from './view.ts'

/** A map drawn on paper, and what it is drawn on. */
export interface PaperMap {
  readonly drawn: DrawnMap
  readonly ground: MapGround
  readonly svg: string
}

/** Nothing where its table lacks a column or its ground is not there. */
export function paperMap(
  map: MapSpec,
  table: ResultTable,
  own: Boundary | undefined,
): PaperMap | undefined {
  const ground = groundOf(map.area, own)
  const names = table.columns.map(({ name }) => name)
  if (
    !ground ||
    ![map.place, map.value, map.per ?? map.value].every((name) => names.includes(name))
  )
    return undefined
  const look = { palette: paperPalette, surface: '#ffffff' }
  const drawn = drawMap(map, placeValues(map, plainRows(table)), ground, look)
  const svg = writeSvg(drawn.shapes.map(writeShape).join(''), ground, drawn.summary)
  return { drawn, ground, svg }
}

/** A map with its words: the finding above, what it is and where it comes from below. */
export function mapView({ map: written }: MapCell, view: View): Html {
  const map = mapMapTexts(written, view.quotes.fill)
  const table = view.results.tables.get(fold(map.from))
  const paper = table && paperMap(map, table, view.boundaries.get(map.area))
  const about = map.subtitle === undefined ? nothing : markup`<p class="about">${map.subtitle}</p>`
  // shapes and words of ours only
  const picture = paper
    ? markup`${legendView(paper.drawn)}${new Html(paper.svg)}`
    : markup`<p class="problem">这张图没有画出来：它的数据没有算出来，或没有要用的列和底图。</p>`
  const told = [...(paper?.drawn.told ?? []), ...(table ? cautions(map, table, view) : [])]
  const notes = [...(paper ? [paper.ground.note] : []), map.source ?? '']
  return markup`<figure>
<div class="title"><h3>${map.title}</h3>${originTag([map.from], view)}</div>${about}
${picture}
<figcaption>${told.map((one) => markup`<p class="caution">${one}</p>`)}${notes.map((one) => markup`<p>${one}</p>`)}${chartLink([map.from], view)}</figcaption>
</figure>`
}

function cautions(map: MapSpec, table: ResultTable, { datasets }: View): string[] {
  const titles = titlesOf(datasets.flatMap((one) => one.package ?? []))
  const columns = table.columns.map(({ name }) => name)
  return mapWarnings(map, { columns, rows: plainRows(table), titles }).map(({ kind, sentence }) => {
    const reason = map.accept?.[kind]
    return reason === undefined ? `读图注意：${sentence.zh}` : `作者的说明：${reason}`
  })
}

/** Drawn, not styled: a page that is printed leaves backgrounds out. */
function legendView({ label, legend }: DrawnMap): Html {
  const keys = legend.map(({ text, colour, missing }) => {
    const hatch = missing === true ? '<path d="M0 6L6 0M4 12L12 4" stroke="#5f6a6e"/>' : ''
    const box = `<rect width="12" height="12" fill="${colour}" stroke="#5f6a6e"/>${hatch}`
    const key = `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${box}</svg>`
    return markup`<span class="key">${new Html(key)} ${text}</span>`
  })
  return markup`<p class="about keys">${label}：${keys}</p>`
}
