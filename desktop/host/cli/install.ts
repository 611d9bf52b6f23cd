import { readFile } from 'node:fs/promises'
import type { Installed, IssuerView } from '../../contract/certificates.ts'
import { withdrawWords } from '../../contract/certificate-text.ts'
import { fingerprint } from '../../domain/certificate/issuer.ts'
import type { Certificating } from '../compose-certificates.ts'
import { note, print, printJson } from './output.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { defaultWorkspace } from '../workspace-folder.ts'
import { withApp } from './with-app.ts'

const usage = 'install FILE [--workspace DIR] [--json]'

/** Installs an issuer's public key and its list of certificates taken back. */
export const installVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      workspace: { type: 'string' },
      json: { type: 'boolean' },
    })
    const name = only(positionals, usage)
    const workspace = values.workspace ?? defaultWorkspace()
    const found = await withApp(({ certificates }) => installFile(certificates, name), workspace)
    if (typeof found === 'string') {
      if (values.json) printJson({ installed: false, error: { message: found } })
      note(found)
      return 1
    }
    if (values.json) printJson({ installed: true, issuer: found })
    else {
      if (found.withdrawn)
        print(
          `这把公钥已作废（${found.withdrawn.from}，${withdrawWords.zh[found.withdrawn.reason]}）：用它签的证书不再算数。`,
        )
      print(`装好了：${found.name}，公钥 ${fingerprint(found.id)}，撤销 ${found.revoked} 张。`)
      print('请打电话或当面和签发机构核对公钥这 16 位，一致才能信。')
    }
    return 0
  },
}

/** The issuer, or in a sentence why its file was not taken. */
export async function installFile(
  { issuers }: Certificating,
  name: string,
): Promise<IssuerView | string> {
  const text = await readFile(name, 'utf8').catch(() => undefined)
  if (text === undefined) throw new UsageError(`读不到文件 ${name}`)
  const result = await issuers.install(text)
  return result.installed ? result.issuer : refusals[result.reason]
}

const refusals: Record<Extract<Installed, { installed: false }>['reason'], string> = {
  format: '这不是签发机构文件。向签发机构要它从“证书验证”里导出的那个文件。',
  altered: '这个文件被改动过，签名对不上，没有安装。请重新向签发机构要一份。',
  older: '这里已有更新的一份，没有换回旧的。',
  withdrawn: '这家机构的这把公钥已经作废，不再接受用它签的别的文件。请向签发机构要新公钥的文件。',
  own: '这是本工作区自己的文件，不用安装。',
}
