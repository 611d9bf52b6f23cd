import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { commonHeaders } from '../page-policy.ts'
import type { LanLimits } from './limits.ts'
import { type Place, refusalOf } from './manners.ts'
import type { PageFiles } from './page-files.ts'

/** Browsers heed an opener policy on trusted addresses only, and say so where it is set on another. */
const headers = Object.entries(commonHeaders).filter(
  ([name]) => name !== 'Cross-Origin-Opener-Policy',
)

/** Answers one request with the page, with one of its files, or with a number that says no. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { place, files, limits }: { place: Place; files: PageFiles; limits: LanLimits },
): Promise<void> {
  const late = setTimeout(() => request.socket.destroy(), limits.answer)
  response.once('close', () => clearTimeout(late))
  for (const [name, value] of headers) response.setHeader(name, value)
  const refusal = refusalOf(request, place)
  if (refusal !== undefined) {
    refuse(response, refusal)
    return
  }
  if (request.url === '/') {
    sendPage(response, files, place)
    return
  }
  const file = await files.file(nameOf(request.url ?? ''))
  if (!file) {
    refuse(response, 404)
    return
  }
  // built files carry a hash in their names, so they may be kept
  response.setHeader('Cache-Control', 'private, max-age=86400, immutable')
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length })
  response.end(file.bytes)
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: 'close', 'Content-Length': 0 }).end()
}

function sendPage(response: ServerResponse, { html }: PageFiles, place: Place): void {
  const nonce = randomBytes(16).toString('base64')
  response.setHeader('Content-Security-Policy', policy(nonce, place))
  const page = Buffer.from(html.replaceAll('__CSP_NONCE__', nonce))
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': page.length,
  })
  response.end(page)
}

/** Narrower than that of the app's own window: nothing is fetched, and one WebSocket is opened. */
function policy(nonce: string, { address, port }: Place): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ws://${address}:${port}/ws`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A name as it stands in the address: nothing in it is decoded, and so nothing can be hidden in it. */
function nameOf(url: string): string {
  const [, name = ''] = /^\/assets\/([\w.-]+)$/.exec(url) ?? []
  return name
}
