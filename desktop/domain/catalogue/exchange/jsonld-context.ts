/**
 * The context of a DCAT 3 catalogue, written into the file itself: nothing has to be fetched to
 * read it. The namespaces are those of the W3C, Dublin Core, SPDX, FOAF, SKOS and vCard; our own
 * terms have a URN, which names no server.
 */
export const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  freq: 'http://purl.org/cld/freq/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  zhizhi: 'urn:zhizhi:term:',
  'dcat:dataset': { '@id': 'dcat:dataset', '@container': '@set' },
  'dcat:distribution': { '@id': 'dcat:distribution', '@container': '@set' },
  'dcat:keyword': { '@id': 'dcat:keyword', '@container': '@set' },
  'dcat:byteSize': { '@id': 'dcat:byteSize', '@type': 'xsd:nonNegativeInteger' },
  'dct:issued': { '@id': 'dct:issued', '@type': 'xsd:date' },
  'dct:created': { '@id': 'dct:created', '@type': 'xsd:dateTime' },
  'zhizhi:related': { '@id': 'zhizhi:related', '@container': '@list' },
  'zhizhi:lineage': { '@id': 'zhizhi:lineage', '@container': '@list' },
  'zhizhi:until': { '@id': 'zhizhi:until', '@type': 'xsd:date' },
  'zhizhi:licenses': { '@id': 'zhizhi:licenses', '@type': '@json' },
  'zhizhi:sources': { '@id': 'zhizhi:sources', '@type': '@json' },
  'zhizhi:tableSchema': { '@id': 'zhizhi:tableSchema', '@type': '@json' },
  'zhizhi:more': { '@id': 'zhizhi:more', '@type': '@json' },
} as const

/** The version of the form; a newer one is not read. */
export const jsonLdVersion = 1
