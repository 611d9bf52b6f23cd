import type { Codec } from './apart.ts'
import { isObject } from './paths.ts'

export type JsonCodec = Codec<unknown>

/** JSON as it is; a null would be gone on the way. */
export const same: JsonCodec = {
  write: (value) => (value === null ? undefined : value),
  read: (written) => written,
}

/** RDF has no null: what is not there says it. */
export const nullable: JsonCodec = {
  write: same.write,
  read: (written) => (written === undefined ? null : written),
}

/** JSON-LD may write a set or list of one as the one; an empty one may be left out. */
export const list: JsonCodec = {
  write: (value) => (Array.isArray(value) ? value : undefined),
  read: asArray,
}

export function asArray(written: unknown): readonly unknown[] {
  if (written === undefined || written === null) return []
  return Array.isArray(written) ? written : [written]
}

/** A title in two languages: `{zh, en}` as two tagged strings. */
export const titles: JsonCodec = {
  write(value) {
    if (!isObject(value)) return undefined
    return [
      { '@language': 'zh-CN', '@value': value['zh'] },
      { '@language': 'en', '@value': value['en'] },
    ]
  },
  read(written) {
    if (written === undefined) return undefined
    const tagged = asArray(written).filter(isObject)
    const inLanguage = (tag: string) =>
      tagged.find((one) => String(one['@language']).startsWith(tag))?.['@value']
    return { zh: inLanguage('zh'), en: inLanguage('en') }
  },
}

/** A closed set as the names of another vocabulary. */
export function named(names: Readonly<Record<string, string>>): JsonCodec {
  const back = new Map(Object.entries(names).map(([ours, theirs]) => [theirs, ours]))
  return {
    write(value) {
      const name = typeof value === 'string' ? names[value] : undefined
      return name === undefined ? undefined : { '@id': name }
    },
    read(written) {
      const name = isObject(written) ? written['@id'] : written
      return typeof name === 'string' ? (back.get(name) ?? name) : written
    },
  }
}

const sha256 = 'spdx:checksumAlgorithm_sha256'

/** `sha256:…` as SPDX writes a checksum. */
export const checksum: JsonCodec = {
  write(value) {
    const [, hex] = /^sha256:([0-9a-f]+)$/.exec(String(value)) ?? []
    if (hex === undefined) return undefined
    return {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': sha256 },
      'spdx:checksumValue': hex,
    }
  },
  read(written) {
    if (!isObject(written)) return written
    const algorithm = written['spdx:algorithm']
    const name = isObject(algorithm) ? algorithm['@id'] : algorithm
    return name === sha256 ? `sha256:${String(written['spdx:checksumValue'])}` : written
  },
}
