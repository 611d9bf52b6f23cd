import { randomBytes } from 'node:crypto'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeText, readCode } from '../../desktop/domain/certificate/code.ts'
import { packStatement } from '../../desktop/domain/certificate/statement.ts'
import { browserPdfPrinter, installedBrowser } from '../../desktop/host/certificate/browser-pdf.ts'
import { createCodePictures } from '../../desktop/host/certificate/pictures.ts'
import { certificateProjections } from '../../desktop/host/compose-certificates.ts'
import { openWorkspace, type Workspace } from '../../desktop/journal/workspace.ts'
import { Certificates } from '../../desktop/services/certificate/certificates.ts'
import { createCertificateHandlers } from '../../desktop/services/certificate/handlers.ts'
import { Issuers } from '../../desktop/services/certificate/issuers.ts'
import type { Goals } from '../../desktop/services/certificate/ports.ts'
import { Scratch } from './journal-support.ts'

const scratch = new Scratch()
const learner = 'p-1'
const title = { zh: '数据思维', en: 'Thinking with data' }
const pictures = createCodePictures()
let reached = true
const goals: Goals = {
  of: (_course, who) => {
    const all = ['分得清数量和比率', '说得清分母'].map((zh, index) => ({
      id: `data.${index}`,
      title: { zh, en: zh },
      reached: who !== null && reached,
    }))
    return Promise.resolve({ of: 'course', title, goals: all })
  },
}

/** An office of its own: a workspace with its key, on a day of its own. */
async function office() {
  const workspace = await openWorkspace(await scratch.folder(), {
    projections: certificateProjections,
  })
  let day = '2026-11-26'
  const clock = { now: () => new Date(`${day}T04:00:00Z`) }
  const parts = { journal: workspace.journal, keys: workspace.certificateKeys, clock, goals }
  const issuers = new Issuers(parts)
  const newId = () => randomBytes(6).toString('hex')
  const certificates = new Certificates({ ...parts, issuers, newId })
  const printer = browserPdfPrinter()
  const handlers = createCertificateHandlers({ certificates, issuers, pictures, printer })
  return { workspace, issuers, certificates, handlers, on: (next: string) => (day = next) }
}

type Office = Awaited<ReturnType<typeof office>>
let here: Office
let there: Office
const open: Workspace[] = []

beforeAll(async () => {
  here = await office()
  there = await office()
  open.push(here.workspace, there.workspace)
})
afterAll(async () => {
  for (const workspace of open) await workspace.close()
  await scratch.clear()
})

const wish = { course: 'a1', learner, name: '王秀兰', years: 1 }
const fileOf = async (from: Office) => JSON.stringify(await from.issuers.export())

describe('certificates', () => {
  it('are given only when everything was reached and the name can be printed', async () => {
    reached = false
    await expect(here.certificates.issue(wish)).rejects.toMatchObject({ code: 'bad_request' })
    reached = true
    const nameless = here.certificates.issue({ ...wish, name: ' ' })
    await expect(nameless).rejects.toMatchObject({ code: 'bad_request' })
  })

  it('are valid at home, unknown elsewhere, and known there once the file is installed', async () => {
    const { code, paper } = await here.certificates.issue(wish)
    expect(paper).toMatchObject({ name: '王秀兰', counts: { reached: 2, total: 2 } })
    expect(await here.certificates.verify(code)).toMatchObject({ finding: 'valid', own: true })
    expect(await there.certificates.verify(code)).toMatchObject({ finding: 'unknown_issuer' })
    await here.issuers.rename('安澜市大数据中心')
    expect(await there.issuers.install(await fileOf(here))).toMatchObject({ installed: true })
    const verdict = await there.certificates.verify(code)
    expect(verdict).toMatchObject({ finding: 'valid', own: false })
    expect(verdict.paper?.issuer.name).toBe('安澜市大数据中心')
  })

  it('are not valid with another name, revoked, or out of their time', async () => {
    const { code, paper } = await here.certificates.issue(wish)
    const read = readCode(code)
    if (read.kind !== 'read') throw new Error('unreadable')
    const forged = codeText(packStatement({ ...read.statement, name: '王秀英' }), read.signature)
    expect(await here.certificates.verify(forged)).toMatchObject({ finding: 'altered' })
    here.on('2027-11-27')
    expect(await here.certificates.verify(code)).toMatchObject({ finding: 'expired' })
    here.on('2020-01-01') // a clock set back
    expect(await here.certificates.verify(code)).toMatchObject({ finding: 'future' })
    here.on('2026-11-26')
    const before = await fileOf(here)
    await here.certificates.revoke(paper.id, 'mistake')
    expect(await here.certificates.verify(code)).toMatchObject({
      finding: 'revoked',
      revoked: { at: '2026-11-26', reason: 'mistake' },
    })
    expect(await there.certificates.verify(code)).toMatchObject({ finding: 'valid' })
    await there.issuers.install(await fileOf(here))
    expect(await there.certificates.verify(code)).toMatchObject({ finding: 'revoked' })
    expect(await there.issuers.install(before)).toEqual({ installed: false, reason: 'older' })
  })

  it('tell two people of one name apart by their numbers', async () => {
    const [one, other] = [await here.certificates.issue(wish), await here.certificates.issue(wish)]
    expect(one.code).not.toBe(other.code)
    await here.certificates.revoke(one.paper.id, 'name')
    expect(await here.certificates.verify(other.code)).toMatchObject({ finding: 'valid' })
  })

  it('refuse an issuer’s file that was altered or is something else', async () => {
    const file = JSON.parse(await fileOf(here)) as Record<string, unknown>
    const altered = JSON.stringify({ ...file, revoked: [] })
    expect(await there.issuers.install(altered)).toEqual({ installed: false, reason: 'altered' })
    expect(await there.issuers.install('{}')).toEqual({ installed: false, reason: 'format' })
    const own = await here.issuers.install(await fileOf(here))
    expect(own).toEqual({ installed: false, reason: 'own' })
  })
})

describe('pictures', () => {
  it('are read as PNG and JPEG, small, skewed in brightness, and not when blurred away', async () => {
    const { code } = await here.certificates.issue({ ...wish, name: '欧阳'.repeat(10) })
    const png = await pictures.draw(code)
    expect(await pictures.read(png)).toBe(code)
    const { width, height, data } = PNG.sync.read(Buffer.from(png))
    const dim = Buffer.from(data.map((value) => 60 + value / 2))
    const photo = jpeg.encode({ width, height, data: dim }, 60).data
    expect(await pictures.read(new Uint8Array(photo))).toBe(code)
    const blurred = { width, height, data: blur(data, width, 14) }
    const smear = jpeg.encode(blurred, 60).data
    expect(await pictures.read(new Uint8Array(smear))).toBeUndefined()
    expect(await here.certificates.verify(undefined)).toMatchObject({ finding: 'no_code' })
  })

  it('are refused where the file lies about what it is', async () => {
    const png = await pictures.draw('ZZ1:')
    expect(await pictures.read(png.slice(0, 60))).toBeUndefined()
    const huge = png.slice()
    huge.set([0x7f, 0xff, 0xff, 0xff], 16)
    expect(await pictures.read(huge)).toBeUndefined()
    expect(await pictures.read(new Uint8Array([0, 1, 2, 3]))).toBeUndefined()
  })

  it.skipIf(installedBrowser() === undefined)('are read out of the printed PDF', async () => {
    const { code } = await here.certificates.issue(wish)
    const call = here.handlers['certificate.pdf']
    const { bytes, name } = await call({ code }, {} as never)
    expect(name).toMatch(/^致知证书-[0-9a-f]{12}\.pdf$/)
    const verdict = await here.certificates.verify(await pictures.read(bytes))
    expect(verdict).toMatchObject({ finding: 'valid', code })
  })
})

/** A box blur along the lines, `reach` pixels to each side. */
function blur(data: Buffer, width: number, reach: number): Buffer {
  const out = Buffer.from(data)
  for (let at = 0; at < data.length; at += 4) {
    const x = (at / 4) % width
    let sum = 0
    let count = 0
    for (let step = -reach; step <= reach; step += 1) {
      if (x + step < 0 || x + step >= width) continue
      sum += data[at + 4 * step] ?? 0
      count += 1
    }
    out.fill(sum / count, at, at + 3)
  }
  return out
}
