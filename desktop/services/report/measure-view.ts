import type { Verdict } from '../../domain/notebook/check/verdict.ts'
import { fold } from '../../domain/notebook/name.ts'
import type { CheckCell, StatCell, ValueCell } from '../../domain/notebook/notebook.ts'
import { columnsNote, columnWords } from '../../domain/notebook/stat/column-words.ts'
import type { Finding, Finished } from '../../domain/notebook/stat/finished.ts'
import { columnsOfStat, type Stat } from '../../domain/notebook/stat/stat.ts'
import { cardFace, type CardChange } from '../../domain/notebook/value-card/card-face.ts'
import { mapCardTexts } from '../../domain/notebook/value-card/value-card.ts'
import { writeValue } from '../../domain/notebook/value.ts'
import { sourceLink } from './anchors.ts'
import { cellView, failure, problem } from './cell-view.ts'
import { figureView, smallTableView } from './figure-view.ts'
import { markup, nothing, type Html } from './html.ts'
import type { CheckOutcome } from './measures.ts'
import { resultView } from './result-view.ts'
import { originTag, type View } from './view.ts'

/** One number, large, with its change and its note. */
export function valueView({ card: written }: ValueCell, view: View): Html {
  const card = mapCardTexts(written, view.quotes.fill)
  const { value, unit, change } = cardFace(card, view.results.tables.get(fold(card.from)))
  const compared = change && card.compare ? changeView(change, card.compare.label) : nothing
  const note = card.note === undefined ? nothing : markup`<p class="note">${card.note}</p>`
  return markup`<section class="card ${card.width}">
<p class="label">${card.label} ${originTag([card.from], view)}</p>
<p class="number"><b>${value}</b> ${unit}</p>
${compared}${note}${sourceLink(card.from)}</section>\n`
}

function changeView(change: CardChange, label: string): Html {
  const relative = change.relative === undefined ? '' : `（${change.relative}）`
  const same = change.direction === 'same'
  const words = same ? '与之相同' : `${change.difference}${relative}`
  const judged = change.judged === undefined ? '' : change.judged === 'better' ? '，好转' : '，变差'
  return markup`<p class="change ${change.judged ?? ''}">${label} ${change.before}：${words}${judged}</p>`
}

/** A statistic: its sentence, its numbers, what they are made of. */
export function statView({ name, stat }: StatCell, view: View): Html {
  const finished = view.results.statistics.get(fold(name))
  if (!finished) {
    const error = view.results.states.get(fold(name))?.error ?? null
    return cellView(markup`${failure(name, error)}${sourceLink(name)}`)
  }
  const title = stat.label === undefined ? nothing : markup`<h3>${stat.label}</h3>`
  const head = markup`<div class="title">${title}${originTag([name], view)}</div>`
  return markup`<section class="measure">${head}${finishedView(finished)}${columnsView(stat, view)}${sourceLink(name)}</section>\n`
}

/** Which columns the titles stand for, small. */
function columnsView(stat: Stat, { datasets }: View): Html {
  const packages = datasets.flatMap((one) => one.package ?? [])
  const note = columnsNote(columnsOfStat(stat), columnWords(packages, stat.from))
  return note ? markup`<p class="note">${note.zh}。</p>` : nothing
}

function finishedView(finished: Finished): Html {
  const basis = finished.basis === undefined ? '' : `${finished.basis.zh}。`
  if (!finished.ok) {
    return markup`${problem(finished.why.zh)}<p class="note">${basis}</p>`
  }
  const cautions = finished.cautions.map(({ zh }) => zh).join('')
  const { sentence, says, saysNot, findings, figure, table, more } = finished
  return markup`<p>${sentence.zh}</p>
<dl>${findings.map(findingView)}</dl>
${figure ? figureView(figure) : nothing}${[table ?? [], more ?? []].flat().map(smallTableView)}
<p><b>说明了什么：</b>${says.zh}</p>
<p><b>没有说明什么：</b>${saysNot.zh}</p>
<p class="note">${basis}${cautions}</p>`
}

const findingView = ({ label, value, format }: Finding): Html =>
  markup`<div><dt>${label.zh}</dt><dd>${writeValue(value, format)}</dd></div>`

/** What must hold, whether it does, and the first rows where it does not. */
export function checkView({ name }: CheckCell, view: View): Html {
  const state = view.results.states.get(fold(name))
  const verdict = view.results.verdicts.get(fold(name))
  if (!state || !verdict) {
    return cellView(markup`${failure(name, state?.error ?? null)}${sourceLink(name)}`)
  }
  const table = view.results.tables.get(fold(name))
  const rows =
    verdict.offending !== undefined && state.rows > 0 && table
      ? markup`<details><summary>不符合的行</summary>${resultView(table, { rows: state.rows })}</details>`
      : nothing
  return markup`<section class="measure">${verdictView(verdict)}${rows}${sourceLink(name)}</section>\n`
}

const verdictView = ({ passed, claim, finding }: Verdict): Html => {
  const tag = passed
    ? markup`<span class="tag passed">通过</span>`
    : markup`<span class="tag failed">不通过</span>`
  return markup`<p>${tag} ${claim.zh}：${finding.zh}。</p>`
}

/** The checks that do not hold, for the beginning of the report. */
export function failedChecksView(checks: readonly CheckOutcome[]): Html {
  const failed = checks.filter(({ passed }) => passed !== true)
  if (failed.length === 0) return nothing
  const lines = failed.map(({ claim, finding }) => markup`<li>${claim}：${finding}。</li>\n`)
  return markup`<section class="problem"><p>${checks.length} 条质量断言里有 ${failed.length} 条没有通过，读下面的数字时请留意：</p>
<ul>
${lines}</ul></section>\n`
}
