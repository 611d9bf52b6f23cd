import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { codeText, readCode, signedBytes } from '../../desktop/domain/certificate/code.ts'
import { utf8 } from '../../desktop/domain/certificate/packing.ts'
import {
  readIssuerFile,
  signedIssuerText,
  type IssuerFile,
  type Unsigned,
} from '../../desktop/domain/certificate/issuer.ts'
import { packStatement, type Statement } from '../../desktop/domain/certificate/statement.ts'
import type { CertificateSigner } from '../../desktop/services/ports.ts'
import { openOffice, wish, type Office } from './certificate-office.ts'
import { Scratch } from './journal-support.ts'

const scratch = new Scratch()
const open: Office[] = []
const office = async (folder?: string) => {
  const one = await openOffice(folder ?? (await scratch.folder()))
  open.push(one)
  return one
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await scratch.clear()
})

const statementOf = (code: string): Statement => {
  const read = readCode(code)
  if (read.kind !== 'read') throw new Error(read.kind)
  return read.statement
}
/** What whoever holds a key can make of it. */
const forge = (signer: CertificateSigner, statement: Statement) => {
  const body = packStatement(statement)
  return codeText(body, signer.sign(signedBytes(body)))
}
const forgeFile = (signer: CertificateSigner, file: Unsigned) => {
  const bytes = Uint8Array.from(utf8(`${file.format}\n${signedIssuerText(file)}`))
  return JSON.stringify({ ...file, signature: Buffer.from(signer.sign(bytes)).toString('base64') })
}
const withdraw = async (one: Office) => {
  const { id } = await one.keys.own()
  await one.issuers.withdrawKey(id, 'stolen')
  return JSON.stringify(await one.issuers.export(id))
}

describe('a withdrawn signing key', () => {
  it('ends all it signed, at home and wherever the withdrawal is installed', async () => {
    const [here, there] = [await office(), await office()]
    const thief = await here.keys.own()
    const { code } = await here.certificates.issue(wish)
    await there.issuers.install(await here.file())
    expect(await there.certificates.verify(code)).toMatchObject({ finding: 'valid' })

    const ending = await withdraw(here)
    const withdrawn = { from: '2026-11-26', reason: 'stolen' }
    expect(await here.certificates.verify(code)).toMatchObject({
      ...{ finding: 'key_withdrawn', own: true, withdrawn },
    })
    const installed = await there.issuers.install(ending)
    expect(installed).toMatchObject({ installed: true, replaced: true, issuer: { withdrawn } })
    // the thief writes another name, and a day before the theft
    const backdated = {
      ...statementOf(code),
      name: '钱三',
      issued: '2025-01-01',
      id: '0a0b0c0d0e0f',
    }
    for (const one of [code, forge(thief, backdated)]) {
      expect(await there.certificates.verify(one)).toMatchObject({ finding: 'key_withdrawn' })
    }
  })

  it('cannot be undone by older files, higher revisions, or after its issuer was removed', async () => {
    const [here, there] = [await office(), await office()]
    const thief = await here.keys.own()
    const { code } = await here.certificates.issue(wish)
    const before = await here.file()
    await there.issuers.install(before)
    const ending = await withdraw(here)
    await there.issuers.install(ending)
    const read = readIssuerFile(before) as IssuerFile
    const { signature: _, ...plain } = read
    const newer = forgeFile(thief, { ...plain, revision: 1_000_000 })
    const other = forgeFile(thief, {
      ...{ ...plain, name: '别的名字', revision: 1_000_000, format: 'zhizhi-issuer-2' },
      withdrawn: { from: '2030-01-01', reason: 'lost' },
    })
    const stripped = { ...(JSON.parse(ending) as object), format: 'zhizhi-issuer-1' }
    Reflect.deleteProperty(stripped, 'withdrawn')
    const attempts = async () => {
      const reasons = []
      for (const text of [before, newer, JSON.stringify(stripped)]) {
        reasons.push(await there.issuers.install(text))
      }
      return reasons.map((one) => (one.installed ? 'installed' : one.reason))
    }
    expect(await attempts()).toEqual(['withdrawn', 'withdrawn', 'altered'])
    expect(await there.issuers.install(other)).toEqual({ installed: false, reason: 'withdrawn' })
    expect(await there.issuers.install(ending)).toMatchObject({ installed: true })
    const { id } = statementOf(code)
    expect(id).toMatch(/^[0-9a-f]{12}$/)
    await expect(there.issuers.remove(thief.id, false)).rejects.toMatchObject({
      code: 'bad_request',
    })
    await there.issuers.remove(thief.id, true)
    expect(await attempts()).toEqual(['withdrawn', 'withdrawn', 'altered'])
    expect(await there.certificates.verify(code)).toMatchObject({ finding: 'unknown_issuer' })
    expect(await there.issuers.install(ending)).toMatchObject({ installed: true, replaced: false })
    expect(await there.certificates.verify(code)).toMatchObject({ finding: 'key_withdrawn' })
  })

  it('is followed by a new one, and the list says what to issue anew until that is done', async () => {
    const here = await office()
    const list = async () => here.handlers['certificate.list']({}, {} as never)
    await here.certificates.issue(wish)
    await here.certificates.issue({ ...wish, learner: 'p-2' })
    const taken = await here.certificates.issue({ ...wish, learner: 'p-3' })
    await here.certificates.revoke(taken.paper.id, 'mistake')
    const old = await here.keys.own()
    await withdraw(here)
    expect((await here.keys.own()).id).not.toBe(old.id)
    expect((await list()).map(({ learner, anew }) => [learner, anew])).toEqual([
      ['p-3', false],
      ['p-2', true],
      ['p-1', true],
    ])
    const { code } = await here.certificates.issue(wish)
    expect(await here.certificates.verify(code)).toMatchObject({ finding: 'valid' })
    expect((await list()).filter(({ anew }) => anew).map(({ learner }) => learner)).toEqual(['p-2'])
    // asked for twice, by two windows say, it withdraws the one key only
    await expect(here.issuers.withdrawKey(old.id, 'stolen')).rejects.toMatchObject({
      code: 'not_found',
    })
    const own = await here.issuers.install(JSON.stringify(await here.issuers.export(old.id)))
    expect(own).toEqual({ installed: false, reason: 'own' })
  })

  it('stays withdrawn when the app is killed before the new key is made', async () => {
    const folder = await scratch.folder()
    const first = await openOffice(folder)
    const old = await first.keys.own()
    const { code } = await first.certificates.issue(wish)
    await withdraw(first)
    await first.close()
    const keys = join(folder, 'keys')
    // as if it had been killed right after the withdrawal was recorded
    await rm(join(keys, 'issuer.pem'))
    await rename(join(keys, 'issuer-first.pem'), join(keys, 'issuer.pem'))
    const again = await office(folder)
    expect(await again.certificates.verify(code)).toMatchObject({ finding: 'key_withdrawn' })
    const { code: next } = await again.certificates.issue(wish)
    expect(statementOf(next).issuer).not.toBe(old.id)
    expect(await again.certificates.verify(next)).toMatchObject({ finding: 'valid' })
  })

  it('leaves what was derived from the first key as it was', async () => {
    const here = await office()
    const first = await here.keys.first()
    await withdraw(here)
    await withdraw(here)
    expect((await here.keys.first()).id).toBe(first.id)
    const files = await readdir(here.workspace.paths.keys)
    expect(files.filter((name) => name.startsWith('issuer'))).toHaveLength(3)
  })
})

describe('a key that was swapped', () => {
  it('in an issuer’s file is noticed, whichever part was changed', async () => {
    const [here, there] = [await office(), await office()]
    const good = JSON.parse(await here.file()) as Record<string, unknown>
    const other = (await there.keys.own()).publicKey
    const edits = [{ key: other }, { name: '冒名' }, { revision: 99 }, { at: '2026-11-25' }]
    for (const edit of edits) {
      const text = JSON.stringify({ ...good, ...edit })
      const reading = await (await office()).issuers.install(text)
      expect(reading).toEqual({ installed: false, reason: 'altered' })
    }
  })

  it('in the workspace is told before anybody relies on it', async () => {
    const folder = await scratch.folder()
    const first = await openOffice(folder)
    const { code } = await first.certificates.issue(wish)
    expect(await first.issuers.list()).toMatchObject({ changed: false })
    await first.close()
    await mkdir(join(folder, 'keys'), { recursive: true })
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
    const path = join(folder, 'keys/issuer.pem')
    expect(await readFile(path, 'utf8')).not.toBe(pem)
    await writeFile(path, pem)
    const again = await office(folder)
    expect(await again.issuers.list()).toMatchObject({ changed: true })
    expect(await again.certificates.verify(code)).toMatchObject({ finding: 'unknown_issuer' })
    expect(sign(null, new Uint8Array(1), privateKey)).toHaveLength(64)
  })
})

describe('an edited certificate', () => {
  it('is not believed, whichever byte was changed', async () => {
    const here = await office()
    const { code } = await here.certificates.issue(wish)
    const reading = readCode(code)
    if (reading.kind !== 'read') throw new Error(reading.kind)
    const { body, signature } = reading
    const found = new Map<string, number>()
    for (let at = 0; at < body.length + signature.length; at += 1) {
      const bytes = Uint8Array.from([...body, ...signature])
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const edited = codeText(bytes.slice(0, body.length), bytes.slice(body.length))
      const { finding } = await here.certificates.verify(edited)
      found.set(finding, (found.get(finding) ?? 0) + 1)
    }
    expect(found.get('valid')).toBeUndefined()
    expect([...found.keys()].toSorted()).toEqual(
      expect.arrayContaining(['altered', 'damaged', 'unknown_issuer']),
    )
  })

  it.each<[string, Partial<Statement>]>([
    ['of another person', { name: '王秀英' }],
    ['for another training', { course: 'b4-payment' }],
    ['with a later end', { expires: '2036-11-26' }],
    ['with an earlier day', { issued: '2025-11-26' }],
    ['with another number, past the list of those taken back', { id: 'ffffffffffff' }],
    ['with more reached', { reached: [true, true, true] }],
  ])('%s does not fit its signature', async (_what, change) => {
    const here = await office()
    const { code } = await here.certificates.issue(wish)
    const reading = readCode(code)
    if (reading.kind !== 'read') throw new Error(reading.kind)
    const body = packStatement({ ...reading.statement, ...change })
    const verdict = await here.certificates.verify(codeText(body, reading.signature))
    expect(verdict).toMatchObject({ finding: 'altered' })
  })

  it('of a training that is not known here can be checked but not named', async () => {
    const [here, there] = [await office(), await openOffice(await scratch.folder(), unknown)]
    open.push(there)
    const { code } = await here.certificates.issue(wish)
    await there.issuers.install(await here.file())
    expect(await there.certificates.verify(code)).toMatchObject({
      finding: 'valid',
      paper: { of: 'unknown', courseTitle: { zh: 'cadre-data' }, reached: [] },
    })
  })

  it('is judged by the clock there is: set back it is from the future, set ahead it has ended', async () => {
    const here = await office()
    const { code } = await here.certificates.issue(wish)
    here.on('2026-11-24')
    expect(await here.certificates.verify(code)).toMatchObject({ finding: 'future' })
    here.on('2027-11-27')
    expect(await here.certificates.verify(code)).toMatchObject({ finding: 'expired' })
    here.on('2027-11-26')
    expect(await here.certificates.verify(code)).toMatchObject({ finding: 'valid' })
  })
})

const unknown = { of: () => Promise.reject(new Error('no such training')) }
