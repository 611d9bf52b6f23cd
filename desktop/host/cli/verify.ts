import { readFile } from 'node:fs/promises'
import type { CertificateVerdictView } from '../../contract/certificates.ts'
import { certificateText } from '../../contract/certificate-text.ts'
import { attainedText, limitText } from '../../contract/certificate-words.ts'
import type { App } from '../compose.ts'
import { defaultWorkspace } from '../workspace-folder.ts'
import { installFile } from './install.ts'
import { note, print, printJson } from './output.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = 'verify FILE [--issuer FILE]… [--workspace DIR] [--json]'

/** Judges a certificate: a photograph, a PDF or the text of its code; exit 0 where it is valid. */
export const verifyVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      issuer: { type: 'string', multiple: true, default: [] },
      workspace: { type: 'string' },
      json: { type: 'boolean' },
    })
    const name = only(positionals, usage)
    const bytes = await readFile(name).catch(() => undefined)
    if (!bytes) throw new UsageError(`读不到文件 ${name}`)
    // the files of issuers that are named here are known for this one time only
    const workspace =
      values.workspace ?? (values.issuer.length > 0 ? undefined : defaultWorkspace())
    const verdict = await withApp((app) => verdictOn(app, bytes, values.issuer), workspace)
    if (values.json) printJson(facts(verdict))
    else say(verdict)
    return verdict.finding === 'valid' ? 0 : 1
  },
}

async function verdictOn({ certificates }: App, bytes: Buffer, issuers: readonly string[]) {
  for (const file of issuers) {
    const refusal = await installFile(certificates, file)
    if (typeof refusal === 'string') note(`${file}：${refusal}`)
  }
  return certificates.certificates.verify(await certificates.pictures.read(bytes))
}

function facts({ finding, paper, revoked, withdrawn, listed }: CertificateVerdictView) {
  return {
    valid: finding === 'valid',
    issuer: paper === null || paper.issuer.name === '' ? null : paper.issuer,
    id: paper?.id ?? null,
    version: 1,
    expires: paper?.expires ?? null,
    reason: finding === 'valid' ? null : finding,
    ...{ certificate: paper, revoked, withdrawn, listed },
  }
}

function say(verdict: CertificateVerdictView): void {
  const { paper } = verdict
  print(certificateText(verdict, 'zh'))
  if (!paper) return
  print(`  姓名：${paper.name}（请和本人证件核对）`)
  print(`  ${attainedText(paper, 'zh')}`)
  print(`  ${limitText(paper, 'zh')}`)
  print(`  签发：${paper.issued}；有效期：${paper.expires ?? '不设期限'}；编号：${paper.id}`)
}
