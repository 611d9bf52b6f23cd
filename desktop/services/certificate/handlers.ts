import type { certificateProcedures, IssuedView } from '../../contract/certificates.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { IssuedCertificate } from '../../domain/certificate/records.ts'
import { isReady, type Certificates } from './certificates.ts'
import type { Issuers } from './issuers.ts'
import { paperHtml } from './paper-html.ts'
import type { CodePictures, PdfPrinter } from './ports.ts'

interface Parts {
  readonly certificates: Certificates
  readonly issuers: Issuers
  readonly pictures: CodePictures
  readonly printer: PdfPrinter
}

type All = Handlers<typeof certificateProcedures, undefined>

/** Certificates and their issuers, as a window asks for them. */
export function createCertificateHandlers(parts: Parts): All {
  return { ...givingHandlers(parts), ...judgingHandlers(parts) }
}

type Giving = Pick<
  All,
  | 'certificate.state'
  | 'certificate.issue'
  | 'certificate.pdf'
  | 'certificate.revoke'
  | 'certificate.list'
>

function givingHandlers({ certificates, pictures, printer }: Parts): Giving {
  return {
    async 'certificate.state'({ course, learner }) {
      const { of, title, goals } = await certificates.goals(course, learner)
      const own = certificates.issued().filter((one) => one.learner === learner)
      return {
        ...{ of, title },
        goals: [...goals],
        ready: isReady(goals),
        issued: own.filter((one) => one.course === course).map(issuedView),
      }
    },
    async 'certificate.issue'(wish) {
      const issued = await certificates.issue(wish)
      return { ...issued, picture: new Uint8Array(await pictures.draw(issued.code)) }
    },
    async 'certificate.pdf'({ code }) {
      const { finding, paper, own, code: exact } = await certificates.verify(code)
      const mayPrint = own && paper && (finding === 'valid' || finding === 'expired')
      if (!mayPrint) throw new ZhizhiError('bad_request', { what: '这不是本工作区签发的有效证书' })
      const picture = await pictures.draw(exact)
      const bytes = await printer.print(paperHtml(paper, exact, picture))
      return { name: `致知证书-${paper.id}.pdf`, bytes: new Uint8Array(bytes) }
    },
    async 'certificate.revoke'({ id, reason }) {
      await certificates.revoke(id, reason)
      return {}
    },
    async 'certificate.list'() {
      const anew = certificates.toIssueAnew()
      return Promise.all(
        certificates.issued().map(async (one) => {
          const here = await certificates.goals(one.course, null).catch(() => undefined)
          const title = here?.title ?? { zh: one.course, en: one.course }
          const { learner, keyWithdrawn } = one
          return { ...issuedView(one), learner, keyWithdrawn, title, anew: anew.has(one.id) }
        }),
      )
    },
  }
}

const issuedView = ({ id, course, issued, expires, revoked }: IssuedCertificate): IssuedView => ({
  ...{ id, course, issued, expires, revoked },
})

function judgingHandlers({ certificates, issuers, pictures }: Parts): Omit<All, keyof Giving> {
  return {
    'certificate.verify': ({ code }) => certificates.verify(code ?? undefined),
    'certificate.read': async ({ bytes }) => certificates.verify(await pictures.read(bytes)),
    'issuer.list': () => issuers.list(),
    async 'issuer.name'({ name }) {
      await issuers.rename(name)
      return {}
    },
    'issuer.install': ({ text }) => issuers.install(text),
    async 'issuer.remove'({ id, evenWithdrawn }) {
      await issuers.remove(id, evenWithdrawn)
      return {}
    },
    async 'issuer.withdrawKey'({ id, reason }) {
      await issuers.withdrawKey(id, reason)
      return {}
    },
    'issuer.export': ({ id }) => issuers.export(id),
  }
}
