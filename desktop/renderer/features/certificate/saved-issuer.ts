import type { IssuerFile } from '../../../domain/certificate/issuer.ts'
import { saveFile } from '../workbench/download.ts'

/** Hands an issuer's file to the user, to be passed on. */
export function saveIssuer(file: IssuerFile): void {
  const what = file.format === 'zhizhi-issuer-2' ? '作废声明' : '签发机构'
  const bytes = new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
  saveFile(`致知${what}-${file.name}.json`, 'application/json', bytes)
}
