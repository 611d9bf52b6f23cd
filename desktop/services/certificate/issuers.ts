import type { Installed, IssuerView } from '../../contract/certificates.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import {
  readIssuerFile,
  signedIssuerText,
  type IssuerFile,
} from '../../domain/certificate/issuer.ts'
import { certificatesProjection } from '../../domain/certificate/records.ts'
import type { KnownIssuer } from '../../domain/certificate/verdict.ts'
import { utf8 } from '../../domain/certificate/packing.ts'
import { chinaDay } from '../../domain/sharing/day.ts'
import type { CertificateKeys, Clock, Journal } from '../ports.ts'

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

  async known(): Promise<KnownIssuer[]> {
    const { keys } = this.#parts
    const own = await this.#ownFile()
    const installed = Object.values(this.#records.issuers)
    return [own, ...installed].map((file) => ({
      ...{ id: keys.idOf(file.key), name: file.name, key: file.key },
      ...{ revoked: file.revoked, listed: file.at, own: file === own },
    }))
  }

  async list(): Promise<{ own: IssuerView; installed: IssuerView[] }> {
    const installed = Object.values(this.#records.issuers)
    return {
      own: this.#view(await this.#ownFile()),
      installed: installed.map((file) => this.#view(file)),
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
    if (id === (await keys.own()).id) return { installed: false, reason: 'own' }
    const before = this.#records.issuers[id]
    if (before && before.revision > file.revision) return { installed: false, reason: 'older' }
    await journal.append({ type: 'issuer.installed', data: { id, file } })
    return { installed: true, issuer: this.#view(file), replaced: before !== undefined }
  }

  async remove(id: string): Promise<void> {
    if (!this.#records.issuers[id]) throw new ZhizhiError('not_found', { what: `签发机构 ${id}` })
    await this.#parts.journal.append({ type: 'issuer.removed', data: { id } })
  }

  /** This workspace's own file, signed, for others to install. */
  async export(): Promise<IssuerFile> {
    const file = await this.#ownFile()
    const signer = await this.#parts.keys.own()
    return { ...file, signature: toBase64(signer.sign(issuerBytes(file))) }
  }

  async #ownFile(): Promise<Omit<IssuerFile, 'signature'>> {
    const { issued, revision } = this.#records
    const { publicKey } = await this.#parts.keys.own()
    const revoked = Object.values(issued).flatMap(({ id, revoked: taken }) =>
      taken ? [{ id, ...taken }] : [],
    )
    const at = chinaDay(this.#parts.clock.now())
    const name = this.ownName()
    return { format: 'zhizhi-issuer-1', name, key: publicKey, revision, at, revoked }
  }

  #view({ key, name, revision, at, revoked }: Omit<IssuerFile, 'signature'>): IssuerView {
    return { id: this.#parts.keys.idOf(key), name, revision, at, revoked: revoked.length }
  }
}

const issuerBytes = (file: Omit<IssuerFile, 'signature'>): Uint8Array =>
  Uint8Array.from(utf8(`zhizhi-issuer-1\n${signedIssuerText(file)}`))

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
