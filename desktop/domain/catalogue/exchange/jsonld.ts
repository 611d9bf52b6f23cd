import type { DataPackage, Resource } from '../data-package.ts'
import { putTogether, takeApart } from './apart.ts'
import { noDrafts, textOr, type Draft, type Drafts } from './draft.ts'
import { asArray } from './jsonld-codecs.ts'
import { context, jsonLdVersion } from './jsonld-context.ts'
import { datasetTerms, nodeTypes, resourceTerms, type Term } from './jsonld-terms.ts'
import { isObject, valueAt, withoutValue, withValue, type JsonObject } from './paths.ts'

const more = 'zhizhi:more'
const urn = (...names: readonly string[]) => ['urn:zhizhi:dataset', ...names].join(':')

/** The whole catalogue as DCAT 3 in JSON-LD 1.1; `fromJsonLd` reads back exactly these descriptors. */
export function toJsonLd(packages: readonly DataPackage[], madeBy: string): JsonObject {
  return {
    '@context': context,
    '@id': 'urn:zhizhi:catalogue',
    '@type': 'dcat:Catalog',
    'zhizhi:formatVersion': jsonLdVersion,
    'zhizhi:madeBy': madeBy,
    'dct:title': [
      { '@language': 'zh-CN', '@value': '数据目录' },
      { '@language': 'en', '@value': 'Data catalogue' },
    ],
    'dcat:dataset': packages.map(datasetNode),
  }
}

function datasetNode(dataset: DataPackage): JsonObject {
  const { name, resources } = dataset
  const own = nodeOf(withoutValue({ ...dataset }, ['resources']), datasetTerms)
  const distributions = resources.map((resource) => resourceNode(name, resource))
  return {
    '@id': urn(name),
    '@type': 'dcat:Dataset',
    ...own,
    'dcat:distribution': distributions,
  }
}

function resourceNode(dataset: string, resource: Resource): JsonObject {
  const own = nodeOf({ ...resource }, resourceTerms)
  return { '@id': urn(dataset, resource.name), '@type': 'dcat:Distribution', ...own }
}

function nodeOf(object: JsonObject, terms: readonly Term[]): JsonObject {
  const { cells, rest } = takeApart(object, terms, (written) => written)
  let node: JsonObject = {}
  terms.forEach(({ at }, index) => {
    if (cells[index] !== undefined) node = withValue(node, at, cells[index])
  })
  for (const [at, type] of nodeTypes) {
    const inner = valueAt(node, at)
    if (isObject(inner)) node = withValue(node, at, { '@type': type, ...inner })
  }
  return Object.keys(rest).length === 0 ? node : { ...node, [more]: rest }
}

/**
 * Reads a catalogue in the form that `toJsonLd` writes: this context's prefixes, the datasets below
 * the catalogue. It is no general reader of RDF.
 */
export function fromJsonLd(json: unknown): Drafts {
  if (!isObject(json) || !asArray(json['@type']).includes('dcat:Catalog')) {
    return noDrafts('不是 DCAT 目录（@type 应当是 dcat:Catalog）')
  }
  const version = json['zhizhi:formatVersion'] ?? jsonLdVersion
  if (version !== jsonLdVersion) {
    return noDrafts(
      `目录格式的版本是 ${JSON.stringify(version)}，这里只会读 ${jsonLdVersion}；请升级致知`,
    )
  }
  const nodes = asArray(json['dcat:dataset'])
  return { ok: true, drafts: nodes.map(draftOf), notes: [] }
}

function draftOf(node: unknown, index: number): Draft {
  const place = `第 ${index + 1} 个 dcat:Dataset`
  if (!isObject(node)) {
    const problem = `${place}：应当是一组（花括号）`
    return { id: '', title: '', place, json: {}, problem, where: () => place }
  }
  const resources = asArray(node['dcat:distribution']).map((one) =>
    isObject(one) ? objectOf(one, resourceTerms) : one,
  )
  const json: JsonObject = { ...objectOf(node, datasetTerms), resources }
  const id = textOr(json['name'], '')
  return {
    id,
    title: textOr(json['title'], id),
    place,
    json,
    where: (path) => (path.length === 0 ? place : `${place}，${termPlace(path)}`),
  }
}

function objectOf(node: JsonObject, terms: readonly Term[]): JsonObject {
  const cells = terms.map(({ at }) => valueAt(node, at) ?? undefined)
  return putTogether(cells, node[more], terms)
}

/** Where a part of a descriptor is written: `dcat:distribution[2] dcat:byteSize`. */
function termPlace(path: readonly PropertyKey[]): string {
  const [first, index, ...inner] = path
  if (first !== 'resources') return termOf(datasetTerms, path)
  if (index === undefined) return 'dcat:distribution'
  const place = `dcat:distribution[${Number(index) + 1}]`
  return inner.length === 0 ? place : `${place} ${termOf(resourceTerms, inner)}`
}

function termOf(terms: readonly Term[], path: readonly PropertyKey[]): string {
  const found = terms.find(({ path: own }) =>
    own.slice(0, path.length).every((key, index) => key === path[index]),
  )
  if (!found) return `${more} ${path.map(String).join('.')}`
  const deeper = path
    .slice(found.path.length)
    .map((key) => (typeof key === 'number' ? key + 1 : key))
  return [found.at.join(' '), ...deeper.map(String)].join('.')
}
