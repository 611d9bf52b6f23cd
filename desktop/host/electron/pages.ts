import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { commonHeaders, contentSecurityPolicy } from '../page-policy.ts'
import { plotStyleHashes } from '../plot-styles.ts'
import { isOwnPage } from './security.ts'

/** `corsEnabled` because without it any page could read the scheme (CVE-2026-70604). */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
} as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Answers `app://zhizhi/…` from the built renderer's folder and nothing else. */
export function servePages(renderer: string): (request: Request) => Promise<Response> {
  const root = resolve(renderer)
  return async (request) => {
    if (request.method !== 'GET' || !isOwnPage(request.url)) return refused(403)
    const path = decodePath(new URL(request.url).pathname)
    const file =
      path === undefined ? root : resolve(root, `.${path === '/' ? '/index.html' : path}`)
    const type = types[extname(file)]
    if (!file.startsWith(root + sep) || type === undefined) return refused(404)
    const body = await readFile(file).catch(() => undefined)
    if (body === undefined) return refused(404)
    return extname(file) === '.html' ? page(body.toString('utf8'), type) : asset(body, type)
  }
}

function page(html: string, type: string): Response {
  const nonce = randomBytes(16).toString('base64')
  return new Response(html.replaceAll('__CSP_NONCE__', nonce), {
    headers: {
      ...commonHeaders,
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy({ nonce, styleHashes: plotStyleHashes }),
    },
  })
}

function asset(body: Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(body, { headers: { ...commonHeaders, 'Content-Type': type } })
}

function refused(status: number): Response {
  return new Response(null, { status, headers: commonHeaders })
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('\0') ? undefined : decoded
  } catch {
    return undefined
  }
}
