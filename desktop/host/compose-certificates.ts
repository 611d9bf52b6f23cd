import { randomBytes } from 'node:crypto'
import { certificatesProjection } from '../domain/certificate/records.ts'
import { Certificates } from '../services/certificate/certificates.ts'
import { createCertificateHandlers } from '../services/certificate/handlers.ts'
import { Issuers } from '../services/certificate/issuers.ts'
import type { Goals, PdfPrinter } from '../services/certificate/ports.ts'
import type { CertificateKeys, Clock, Journal } from '../services/ports.ts'
import { browserPdfPrinter } from './certificate/browser-pdf.ts'
import { createCodePictures } from './certificate/pictures.ts'

/** What certificates keep in the journal. */
export const certificateProjections = [certificatesProjection]

interface Parts {
  readonly journal: Journal
  readonly keys: CertificateKeys
  readonly clock: Clock
  readonly goals: Goals
  /** The shell's own way to make PDFs, where it has one. */
  readonly printer: PdfPrinter | undefined
}

/** Certificates: given, printed, judged; and their issuers. */
export function composeCertificates(parts: Parts) {
  const issuers = new Issuers(parts)
  const newId = () => randomBytes(6).toString('hex')
  const certificates = new Certificates({ ...parts, issuers, newId })
  const pictures = createCodePictures()
  const printer = parts.printer ?? browserPdfPrinter()
  return {
    certificates,
    issuers,
    pictures,
    handlers: createCertificateHandlers({ certificates, issuers, pictures, printer }),
  }
}

export type Certificating = ReturnType<typeof composeCertificates>
