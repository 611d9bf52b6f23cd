import type { Installed, IssuerView } from '../../contract/certificates.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import {
  mayReplace,
  readIssuerFile,
  signedIssuerText,
  withdrawalOf,
  type IssuerFile,
  type Unsigned,
  type WithdrawReason,
} from '../../domain/certificate/issuer.ts'
import { certificatesProjection } from '../../domain/certificate/records.ts'
import type { KnownIssuer } from '../../domain/certificate/verdict.ts'
import { utf8 } from '../../domain/certificate/packing.ts'
import { chinaDay } from '../../domain/sharing/day.ts'
import type { CertificateKeys, CertificateSigner, Clock, Journal } from '../ports.ts'

interface Parts {
  readonly journal: Journal
  readonly keys: CertificateKeys
  readonly clock: Clock
}

/** What a workspace that was not named calls itself. */
const unnamed = '未署名的致知工作区'

/** Who signs certificates: this workspace, and those whose files were installed. */
export class Issuers {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get #records() {
    return this.#parts.journal.state(certificatesProjection)
  }

  ownName(): string {
    return this.#records.name || unnamed
  }

  /** The key that signs now. A withdrawal that was cut off before the new key was made is ended here. */
  async signer(): Promise<CertificateSigner> {
    const { keys } = this.#parts
    const own = await keys.own()
    if (!this.#records.withdrawn[own.id]) return own
    await keys.renew(own.id)
    return keys.own()
  }

  async known(): Promise<KnownIssuer[]> {
    const { keys } = this.#parts
    const { withdrawn, issuers } = this.#records
    const own = [await this.#ownFile(), ...Object.values(withdrawn)]
    const known = (file: Unsigned, isOwn: boolean): KnownIssuer => ({
      ...{ id: keys.idOf(file.key), name: file.name, key: file.key, own: isOwn },
      ...{ revoked: file.revoked, listed: file.at, withdrawn: withdrawalOf(file) },
    })
    const installed = Object.values(issuers).map((file) => known(file, false))
    return [...own.map((file) => known(file, true)), ...installed]
  }

  async list() {
    const { withdrawn, issuers, issued } = this.#records
    const own = this.#view(await this.#ownFile())
    const last = Object.values(issued).findLast(({ key }) => key !== null)
    return {
      own,
      changed: last !== undefined && last.key !== own.id && !last.keyWithdrawn,
      earlier: Object.values(withdrawn).map((file) => this.#view(file)),
      installed: Object.values(issuers).map((file) => this.#view(file)),
    }
  }

  async rename(name: string): Promise<void> {
    await this.#parts.journal.append({ type: 'issuer.named', data: { name } })
  }

  /** Takes an issuer's file in, unless it is not whole or older than what is here. */
  async install(text: string): Promise<Installed> {
    const { journal, keys } = this.#parts
    const file = readIssuerFile(text)
    if (!file) return { installed: false, reason: 'format' }
    if (!keys.verify(file.key, issuerBytes(file), fromBase64(file.signature))) {
      return { installed: false, reason: 'altered' }
    }
    const id = keys.idOf(file.key)
    const { issuers, ended, withdrawn } = this.#records
    if (id === (await this.signer()).id || withdrawn[id]) return { installed: false, reason: 'own' }
    const before = issuers[id]
    const may = mayReplace(before, ended.includes(id), file)
    if (may !== 'yes') return { installed: false, reason: may }
    await journal.append({ type: 'issuer.installed', data: { id, file } })
    return { installed: true, issuer: this.#view(file), replaced: before !== undefined }
  }

  /** @param evenWithdrawn whether it is meant although its key was withdrawn */
  async remove(id: string, evenWithdrawn: boolean): Promise<void> {
    const file = this.#records.issuers[id]
    if (!file) throw new ZhizhiError('not_found', { what: `签发机构 ${id}` })
    if (withdrawalOf(file) && !evenWithdrawn) {
      throw new ZhizhiError('bad_request', { what: '这家机构的公钥已作废，移除要再确认一次' })
    }
    await this.#parts.journal.append({ type: 'issuer.removed', data: { id } })
  }

  /** Withdraws the key that signs now: its last file is signed, and from then on another signs. */
  async withdrawKey(id: string, reason: WithdrawReason): Promise<void> {
    const { journal, keys } = this.#parts
    const signer = await this.signer()
    if (signer.id !== id) throw new ZhizhiError('not_found', { what: `签发密钥 ${id}` })
    const own = await this.#ownFile()
    const withdrawn = { from: own.at, reason }
    const ending = {
      ...own,
      format: 'zhizhi-issuer-2',
      withdrawn,
      revision: own.revision + 1,
    } as const
    const data = { id, file: signed(ending, signer) }
    await journal.append({ type: 'issuer.key-withdrawn', data })
    await keys.renew(id)
  }

  /** This workspace's own file, signed, for others to install; or the last file of a withdrawn key. */
  async export(id: string | null = null): Promise<IssuerFile> {
    if (id === null) return signed(await this.#ownFile(), await this.signer())
    const ending = this.#records.withdrawn[id]
    if (!ending) throw new ZhizhiError('not_found', { what: `签发密钥 ${id}` })
    return ending
  }

  async #ownFile() {
    const { issued, revision } = this.#records
    const { publicKey } = await this.signer()
    const revoked = Object.values(issued).flatMap(({ id, keyWithdrawn, revoked: taken }) =>
      taken && !keyWithdrawn ? [{ id, ...taken }] : [],
    )
    const at = chinaDay(this.#parts.clock.now())
    const name = this.ownName()
    return { format: 'zhizhi-issuer-1', name, key: publicKey, revision, at, revoked } as const
  }

  #view(file: Unsigned): IssuerView {
    const { key, name, revision, at, revoked } = file
    const id = this.#parts.keys.idOf(key)
    return { id, name, revision, at, revoked: revoked.length, withdrawn: withdrawalOf(file) }
  }
}

const issuerBytes = (file: Unsigned): Uint8Array =>
  Uint8Array.from(utf8(`${file.format}\n${signedIssuerText(file)}`))

const signed = <File extends Unsigned>(file: File, signer: CertificateSigner) => ({
  ...file,
  signature: toBase64(signer.sign(issuerBytes(file))),
})

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
