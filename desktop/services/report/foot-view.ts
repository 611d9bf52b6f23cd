import type { Value } from '../../domain/notebook/input.ts'
import { writeParameter } from '../../domain/notebook/input-text.ts'
import { dataAnchor } from './anchors.ts'
import { hashesOf, type DatasetFacts } from './dataset-facts.ts'
import { markup, type Html } from './html.ts'
import { beijingIso, beijingText } from './moment.ts'
import { dataTag } from './view.ts'

interface Made {
  readonly datasets: readonly DatasetFacts[]
  readonly values: Readonly<Record<string, Value>>
  readonly made: Date
  /** Of the application. */
  readonly version: string
}

/** What the report was made from, so that another can make it again and compare. */
export function footView({ datasets, values, made, version }: Made): Html {
  const iso = beijingIso(made)
  return markup`<h2>这份报告由什么做成</h2>
<h3>数据</h3>
${datasetsView(datasets)}
<h3 id="parameters">参数</h3>
${parametersView(values)}
<h3>制作</h3>
<p><time datetime="${iso}">${beijingText(made)}</time>，${iso} · 致知 ${version}</p>
<p>用同一份笔记、同样的参数和校验值相同的数据，可以再做出同样的数字。</p>`
}

function datasetsView(datasets: readonly DatasetFacts[]): Html {
  if (datasets.length === 0) return markup`<p>没有用到数据集。</p>`
  return markup`<ul>
${datasets.map(datasetView)}</ul>`
}

function datasetView(facts: DatasetFacts): Html {
  const { id, package: dataset, pinned, problem } = facts
  if (!dataset)
    return markup`<li id="${dataAnchor(id)}">${id}<p class="problem">${problem}</p></li>\n`
  const other = pinned === undefined ? [] : [pinnedView(pinned, dataset.version)]
  const sources = dataset.sources.map(({ title }) => markup`<p>来源：${title}</p>\n`)
  const files = hashesOf(facts).map(({ path, sha256 }) => fileView(path, sha256))
  return markup`<li id="${dataAnchor(id)}">
<p><strong>${dataset.title}</strong> ${dataTag(dataset.synthetic)}</p>
<p>${id} · 版本 ${dataset.version} · 提供：${dataset.governance.catalogue.provider}</p>
${other}${sources}${files}</li>\n`
}

const fileView = (path: string, sha256: string) =>
  markup`<p>${path} · SHA-256 <code>${sha256}</code></p>\n`

const pinnedView = (pinned: string, version: string) =>
  markup`<p class="problem">笔记写明用版本 ${pinned}，这里装的是 ${version}。</p>\n`

function parametersView(values: Readonly<Record<string, Value>>): Html {
  const entries = Object.entries(values)
  if (entries.length === 0) return markup`<p>没有参数。</p>`
  const lines = entries.map(
    ([name, value]) => markup`<li>${name} = ${writeParameter(value)}</li>\n`,
  )
  return markup`<ul>
${lines}</ul>`
}
