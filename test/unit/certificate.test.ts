import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase32, toBase32 } from '../../desktop/domain/certificate/base32.ts'
import { codeText, readCode } from '../../desktop/domain/certificate/code.ts'
import { fromUtf8, utf8 } from '../../desktop/domain/certificate/packing.ts'
import {
  isPrintableName,
  limits,
  mostBytes,
  packStatement,
  unpackStatement,
  type Statement,
} from '../../desktop/domain/certificate/statement.ts'
import {
  judge,
  type CertificateFinding,
  type KnownIssuer,
} from '../../desktop/domain/certificate/verdict.ts'

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((values) => Array.from(values, (value) => value.toString(16).padStart(2, '0')).join(''))
const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const short = (most: number) =>
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => utf8(text).length <= most)

const statements: fc.Arbitrary<Statement> = fc.record({
  issuer: hex(8),
  id: hex(6),
  issued: day,
  expires: fc.option(day),
  course: short(limits.course),
  name: short(limits.name),
  reached: fc.array(fc.boolean(), { maxLength: limits.goals }),
  list: fc.nat({ max: 0xffffffff }),
})

const example: Statement = {
  issuer: '0123456789abcdef',
  id: 'a1b2c3d4e5f6',
  issued: '2026-11-26',
  expires: '2027-11-26',
  course: 'a1-data-thinking',
  name: '王秀兰',
  reached: [true, true, false],
  list: 7,
}
const signature = new Uint8Array(64).fill(9)
const written = (statement: Statement) => codeText(packStatement(statement), signature)

describe('statement', () => {
  it('reads back what it wrote, and fits into 212 bytes with its signature', () => {
    fc.assert(
      fc.property(statements, (statement) => {
        const body = packStatement(statement)
        expect(unpackStatement(body)).toEqual(statement)
        expect(body.length + 64).toBeLessThanOrEqual(mostBytes)
      }),
    )
  })
  it('reads base 32 and UTF-8 back, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromUtf8(Uint8Array.from(utf8(text)))).toBe(text)
      }),
    )
    expect(fromBase32('A')).toBeUndefined()
    expect(fromBase32('A1')).toBeUndefined()
  })
  it.each([
    ['王秀兰', true],
    ['Anna-Maria von der Mühle', true],
    ['   ', false],
    ['王\u202e兰', false],
    ['王'.repeat(21), false],
  ])('says whether %j can be printed', (name, printable) => {
    expect(isPrintableName(name)).toBe(printable)
  })
})

describe('code', () => {
  it.each([
    ['as it is', (text: string) => text],
    ['in lines', (text: string) => text.replaceAll(/.{30}/g, '$&\n')],
    ['in small letters, with words around', (text: string) => `证书：${text.toLowerCase()}`],
  ])('is found %s', (_how, change) => {
    const reading = readCode(change(written(example)))
    expect(reading).toMatchObject({ kind: 'read', statement: example })
  })
  it.each([
    ['https://example.org/', 'foreign'],
    ['', 'foreign'],
    ['ZZ2:AAAAAAAA', 'newer'],
    [written(example).slice(0, -9), 'damaged'],
    [written(example).slice(0, 20), 'damaged'],
    ['ZZ1:', 'foreign'],
  ])('tells %j apart', (text, kind) => {
    expect(readCode(text).kind).toBe(kind)
  })
})

const issuer: KnownIssuer = {
  id: example.issuer,
  name: '安澜市',
  key: 'key',
  revoked: [],
  listed: '2026-11-20',
  own: false,
  withdrawn: null,
}
const standing = { issuers: [issuer], today: '2026-12-01', signed: () => true }

describe('verdict', () => {
  const revoked = { id: example.id, at: '2026-11-30', reason: 'name' as const }
  const withdrawn = { from: '2026-11-30', reason: 'stolen' as const }
  const stolen = { ...issuer, withdrawn }
  it.each<[CertificateFinding, Partial<Parameters<typeof judge>[1]>]>([
    ['valid', {}],
    ['key_withdrawn', { issuers: [stolen] }],
    // dated before the theft by whoever has the key, or after its end: nothing of it is believed
    ['key_withdrawn', { issuers: [stolen], today: '2026-11-20' }],
    ['key_withdrawn', { issuers: [stolen], today: '2029-01-01' }],
    ['altered', { issuers: [stolen], signed: () => false }],
    ['unknown_issuer', { issuers: [] }],
    ['altered', { signed: () => false }],
    ['revoked', { issuers: [{ ...issuer, revoked: [revoked] }] }],
    ['expired', { today: '2027-11-27' }],
    ['valid', { today: '2027-11-26' }],
    ['future', { today: '2026-11-24' }],
    ['valid', { today: '2026-11-25' }],
  ])('is %s', (finding, change) => {
    expect(judge(readCode(written(example)), { ...standing, ...change }).finding).toBe(finding)
  })
})
