import type { CertificatePaper, CertificateVerdictView } from '../../contract/certificates.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import { codeText, readCode, signedBytes } from '../../domain/certificate/code.ts'
import {
  certificatesProjection,
  toIssueAnew,
  type CertificateEvent,
  type IssuedCertificate,
} from '../../domain/certificate/records.ts'
import {
  isPrintableName,
  listMark,
  packStatement,
  type Statement,
} from '../../domain/certificate/statement.ts'
import { judge } from '../../domain/certificate/verdict.ts'
import { chinaDay } from '../../domain/sharing/day.ts'
import type { CertificateKeys, Clock, Journal } from '../ports.ts'
import type { Issuers } from './issuers.ts'
import type { CourseGoals, Goals } from './ports.ts'

interface Parts {
  readonly journal: Journal
  readonly keys: CertificateKeys
  readonly clock: Clock
  readonly goals: Goals
  readonly issuers: Issuers
  /** A fresh certificate number: 6 bytes, hex. */
  readonly newId: () => string
}

interface Wish {
  readonly course: string
  readonly learner: string
  readonly name: string
  readonly years: number | null
}

/** Certificates given, taken back and judged. */
export class Certificates {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get #today(): string {
    return chinaDay(this.#parts.clock.now())
  }

  goals(course: string, learner: string | null): Promise<CourseGoals> {
    return this.#parts.goals.of(course, learner)
  }

  issued(): readonly IssuedCertificate[] {
    const { issued } = this.#parts.journal.state(certificatesProjection)
    return Object.values(issued).toReversed()
  }

  /** Signs a certificate and records that it was given; the name is in the code alone. */
  async issue({ course, learner, name, years }: Wish) {
    const printed = name.trim()
    if (!isPrintableName(printed)) throw bad('证书上的姓名要写 1 到 20 个字')
    const { of, goals } = await this.goals(course, learner)
    if (!isReady(goals))
      throw bad(
        `${of === 'training' ? '这个培训' : '这门课'}还有没达到的目标，全部达到以后才能发证书`,
      )
    const signer = await this.#parts.issuers.signer()
    const issued = this.#today
    const statement: Statement = {
      issuer: signer.id,
      id: this.#parts.newId(),
      issued,
      expires: years === null ? null : yearsLater(issued, years),
      course,
      name: printed,
      reached: goals.map(({ reached }) => reached),
      list: listMark(goals.map(({ id }) => id)),
    }
    const body = packStatement(statement)
    const { id, expires } = statement
    const data: CertificateEvent<'certificate.issued'> = {
      ...{ id, course, issued, expires },
      key: signer.id,
    }
    await this.#parts.journal.append({ type: 'certificate.issued', by: learner, data })
    const code = codeText(body, signer.sign(signedBytes(body)))
    return { code, paper: await this.paper(statement, this.#parts.issuers.ownName()) }
  }

  /** Which of those issued have to be issued anew, their key having been withdrawn. */
  toIssueAnew(): ReadonlySet<string> {
    return toIssueAnew(this.#parts.journal.state(certificatesProjection), this.#today)
  }

  async revoke(id: string, reason: CertificateEvent<'certificate.revoked'>['reason']) {
    const { journal } = this.#parts
    if (!journal.state(certificatesProjection).issued[id]) {
      throw new ZhizhiError('not_found', { what: `证书 ${id}` })
    }
    await journal.append({ type: 'certificate.revoked', data: { id, reason, at: this.#today } })
  }

  /** What is to be said of a code; `undefined`: none could be read. */
  async verify(text: string | undefined): Promise<CertificateVerdictView> {
    const nothing = {
      paper: null,
      listed: null,
      own: false,
      revoked: null,
      withdrawn: null,
      code: '',
    }
    if (text === undefined) return { ...nothing, finding: 'no_code' }
    const reading = readCode(text)
    const { keys, issuers } = this.#parts
    const verdict = judge(reading, {
      issuers: await issuers.known(),
      today: this.#today,
      signed: (key, body, signature) => keys.verify(key, signedBytes(body), signature),
    })
    const { finding, statement, issuer, revoked, withdrawn } = verdict
    if (reading.kind !== 'read' || !statement) return { ...nothing, finding }
    return {
      finding,
      paper: await this.paper(statement, issuer?.name ?? ''),
      listed: issuer?.listed ?? null,
      own: issuer?.own ?? false,
      ...{ revoked, withdrawn },
      code: codeText(reading.body, reading.signature),
    }
  }

  /** A certificate as it is printed, with this installation's words for its course. */
  async paper(statement: Statement, issuerName: string): Promise<CertificatePaper> {
    const { id, name, course, issued, expires, reached } = statement
    const here = await this.goals(course, null).catch(() => undefined)
    const same = here && listMark(here.goals.map((goal) => goal.id)) === statement.list
    const titles = same ? here.goals.filter((_, index) => reached[index]) : []
    return {
      ...{ id, name, course, issued, expires },
      of: here?.of ?? 'unknown',
      courseTitle: here?.title ?? { zh: course, en: course },
      issuer: { id: statement.issuer, name: issuerName },
      reached: titles.map(({ title }) => title),
      counts: { reached: reached.filter(Boolean).length, total: reached.length },
    }
  }
}

const bad = (what: string) => new ZhizhiError('bad_request', { what })

/** A certificate is given when everything that the course teaches was reached. */
export const isReady = (goals: CourseGoals['goals']): boolean =>
  goals.length > 0 && goals.every(({ reached }) => reached)

function yearsLater(day: string, years: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCFullYear(moved.getUTCFullYear() + years)
  return moved.toISOString().slice(0, 10)
}
