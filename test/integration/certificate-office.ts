import { randomBytes } from 'node:crypto'
import { createCodePictures } from '../../desktop/host/certificate/pictures.ts'
import { certificateProjections } from '../../desktop/host/compose-certificates.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { Certificates } from '../../desktop/services/certificate/certificates.ts'
import { createCertificateHandlers } from '../../desktop/services/certificate/handlers.ts'
import { Issuers } from '../../desktop/services/certificate/issuers.ts'
import type { Goals } from '../../desktop/services/certificate/ports.ts'

/** A training of two parts that everybody has reached. */
export const reachedGoals: Goals = {
  of: (_course, who) =>
    Promise.resolve({
      of: 'training',
      title: { zh: '数据能力培训', en: 'Data skills' },
      goals: ['a1', 'a2'].map((id) => ({
        id,
        title: { zh: id, en: id },
        reached: who !== null,
      })),
    }),
}

/** An office: a workspace with its key, on a day of its own. */
export async function openOffice(folder: string, goals: Goals = reachedGoals) {
  const workspace = await openWorkspace(folder, { projections: certificateProjections })
  let day = '2026-11-26'
  const clock = { now: () => new Date(`${day}T04:00:00Z`) }
  const keys = workspace.certificateKeys
  const parts = { journal: workspace.journal, keys, clock, goals }
  const issuers = new Issuers(parts)
  const newId = () => randomBytes(6).toString('hex')
  const certificates = new Certificates({ ...parts, issuers, newId })
  const pictures = createCodePictures()
  const printer = { print: () => Promise.resolve(new Uint8Array()) }
  const handlers = createCertificateHandlers({ certificates, issuers, pictures, printer })
  return {
    ...{ workspace, keys, issuers, certificates, handlers },
    on: (next: string) => (day = next),
    file: async () => JSON.stringify(await issuers.export()),
    close: () => workspace.close(),
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>
export const wish = { course: 'cadre-data', learner: 'p-1', name: '王秀兰', years: 1 }
