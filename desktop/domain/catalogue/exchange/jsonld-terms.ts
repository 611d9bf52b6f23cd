import type { Part } from './apart.ts'
import { checksum, list, named, nullable, same, titles, type JsonCodec } from './jsonld-codecs.ts'
import type { Path } from './paths.ts'

/** A part of a descriptor and where it is in a node of the catalogue. */
export interface Term extends Part<unknown> {
  readonly at: Path
}

const term = (at: Path, path: Path, codec: JsonCodec = same): Term => ({ at, path, codec })
const entry = (...path: string[]) => ['governance', 'catalogue', ...path]
const own = (...path: string[]) => ['governance', ...path]

/** Dublin Core's frequencies; it has none for data that are no longer updated. */
const frequencies = {
  realtime: 'freq:continuous',
  daily: 'freq:daily',
  weekly: 'freq:weekly',
  monthly: 'freq:monthly',
  quarterly: 'freq:quarterly',
  yearly: 'freq:annual',
  irregular: 'freq:irregular',
  never: 'zhizhi:never',
} as const

/** In the order in which they are written. */
export const datasetTerms: readonly Term[] = [
  term(['dct:identifier'], ['name']),
  term(['dct:title'], ['titles'], titles),
  term(['zhizhi:title'], ['title']),
  term(['dct:description'], ['description']),
  term(['dcat:version'], ['version']),
  term(['dct:created'], ['created']),
  term(['dct:issued'], entry('released')),
  term(['dct:accrualPeriodicity'], entry('updateCycle'), named(frequencies)),
  term(['dcat:keyword'], ['keywords'], list),
  term(['dcat:theme', 'skos:prefLabel'], entry('class')),
  term(['dct:publisher', 'foaf:name'], entry('provider')),
  term(['dct:publisher', 'dct:identifier'], entry('providerCode'), nullable),
  term(['dcat:contactPoint', 'vcard:fn'], own('steward')),
  term(['dct:accessRights', 'zhizhi:sharingType'], entry('sharing', 'type')),
  term(['dct:accessRights', 'zhizhi:sharingCondition'], entry('sharing', 'condition'), nullable),
  term(['dct:accessRights', 'zhizhi:sharingMethod'], entry('sharing', 'method')),
  term(['dct:accessRights', 'zhizhi:open'], entry('openness', 'open')),
  term(['dct:accessRights', 'zhizhi:openCondition'], entry('openness', 'condition'), nullable),
  term(['zhizhi:code'], entry('code')),
  term(['zhizhi:related'], entry('related'), list),
  term(['zhizhi:licenses'], ['licenses'], list),
  term(['zhizhi:sources'], ['sources'], list),
  term(['zhizhi:synthetic'], ['synthetic']),
  term(['zhizhi:level'], own('level')),
  term(['zhizhi:secrecy'], own('secrecy')),
  term(['zhizhi:personalInformation', 'zhizhi:kind'], own('personalInformation', 'kind')),
  term(['zhizhi:personalInformation', 'zhizhi:note'], own('personalInformation', 'note')),
  term(['zhizhi:personalInformation', 'zhizhi:method'], own('personalInformation', 'method')),
  term(['zhizhi:personalInformation', 'zhizhi:k'], own('personalInformation', 'k')),
  term(['zhizhi:responsibilities', 'zhizhi:collect'], own('responsibilities', 'collect')),
  term(['zhizhi:responsibilities', 'zhizhi:feedBack'], own('responsibilities', 'feedBack')),
  term(['zhizhi:responsibilities', 'zhizhi:manage'], own('responsibilities', 'manage')),
  term(['zhizhi:responsibilities', 'zhizhi:use'], own('responsibilities', 'use')),
  term(['zhizhi:legalBasis'], own('legalBasis')),
  term(['zhizhi:authorisation', 'zhizhi:grantee'], own('authorisation', 'grantee')),
  term(['zhizhi:authorisation', 'zhizhi:purpose'], own('authorisation', 'purpose')),
  term(['zhizhi:authorisation', 'zhizhi:until'], own('authorisation', 'until'), nullable),
  term(['zhizhi:authorisation', 'zhizhi:level'], own('authorisation', 'level')),
  term(['zhizhi:minimumCell'], own('minimumCell'), nullable),
  term(['zhizhi:minimumCellReason'], own('minimumCellReason')),
  term(['zhizhi:lineage'], own('lineage'), list),
]

export const resourceTerms: readonly Term[] = [
  term(['dct:identifier'], ['name']),
  term(['dct:title'], ['title']),
  term(['dct:format'], ['format']),
  term(['dcat:mediaType'], ['mediatype']),
  term(['dcat:byteSize'], ['bytes']),
  term(['spdx:checksum'], ['hash'], checksum),
  term(['zhizhi:path'], ['path']),
  term(['zhizhi:rows'], ['rows']),
  term(['zhizhi:tableSchema'], ['schema']),
]

/** The types of nested nodes, by where they are. */
export const nodeTypes: readonly (readonly [Path, string])[] = [
  [['dcat:theme'], 'skos:Concept'],
  [['dct:publisher'], 'foaf:Agent'],
  [['dcat:contactPoint'], 'vcard:Kind'],
  [['dct:accessRights'], 'dct:RightsStatement'],
]
