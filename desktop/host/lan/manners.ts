import type { IncomingMessage } from 'node:http'
import { isNear } from '../../domain/classroom/lan/networks.ts'
import { urlLimit } from './limits.ts'

/** Where one server of the class listens. */
export interface Place {
  readonly address: string
  readonly netmask: string
  readonly port: number
}

/** Why a request is refused, as an HTTP status; nothing where it is not. */
export function refusalOf(request: IncomingMessage, place: Place): number | undefined {
  const { method, headers, httpVersion, url = '', socket } = request
  if (!isNear(place, socket.remoteAddress ?? '')) return 403
  if (httpVersion !== '1.1') return 505
  if (url.length > urlLimit) return 414
  if (!isOwnHost(request, place)) return 403
  if (headers.origin !== undefined && headers.origin !== originOf(place)) return 403
  if (!isOwnSite(headers['sec-fetch-site'], url)) return 403
  if (method !== 'GET') return 405
  return hasBody(request) ? 413 : undefined
}

/** The page's own connection: an upgrade of the one address to a WebSocket, from the page itself. */
export function upgradeRefusalOf(request: IncomingMessage, place: Place): number | undefined {
  const refusal = refusalOf(request, place)
  if (refusal !== undefined) return refusal
  if (request.url !== '/ws' || request.headers.upgrade?.toLowerCase() !== 'websocket') return 404
  return request.headers.origin === undefined ? 403 : undefined
}

const originOf = ({ address, port }: Place) => `http://${address}:${port}`

/** Exactly one Host, and the address itself: no name that somebody's DNS leads here. */
function isOwnHost({ rawHeaders }: IncomingMessage, { address, port }: Place): boolean {
  const hosts = rawHeaders.filter(
    (_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host',
  )
  return hosts.length === 1 && hosts[0] === `${address}:${port}`
}

/** Another page may lead to this one, as a link does, and to nothing else of it. */
function isOwnSite(site: string | string[] | undefined, url: string): boolean {
  return site === undefined || site === 'same-origin' || site === 'none' || url === '/'
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}
