import { randomBytes, timingSafeEqual } from 'node:crypto'

export interface RequestFacts {
  readonly method: string
  readonly path: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly cookie: string | undefined
  readonly upgrade: boolean
}

export type Refusal = 'host' | 'origin' | 'site' | 'method' | 'session'

/**
 * Who may speak to the web host: a browser on this machine that opened the address with the
 * one-time token. DNS rebinding is met by the exact Host list, other pages by Origin and
 * Sec-Fetch-Site, other users of the machine by the cookie.
 */
export class Access {
  readonly #hosts: ReadonlySet<string>
  readonly #cookieName: string
  readonly #session = randomBytes(32).toString('base64url')
  #token: string | undefined = randomBytes(32).toString('base64url')

  constructor(port: number) {
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
    // Cookies do not tell ports apart, so the name does.
    this.#cookieName = `zhizhi-${port}`
  }

  /** The token for the address, as long as nobody has used it. */
  get token(): string | undefined {
    return this.#token
  }

  /** Trades the token for the session cookie, once. */
  exchange(token: string): string | undefined {
    if (this.#token === undefined || !same(token, this.#token)) return undefined
    this.#token = undefined
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  /** Everything but the token exchange needs this to be undefined. */
  refuse(request: RequestFacts): Refusal | undefined {
    return this.refuseAnyone(request) ?? (this.#hasSession(request.cookie) ? undefined : 'session')
  }

  /** What is refused even to the holder of a token. */
  refuseAnyone(request: RequestFacts): Refusal | undefined {
    if (request.host === undefined || !this.#hosts.has(request.host)) return 'host'
    if (request.origin !== undefined && !this.#isOwn(request.origin)) return 'origin'
    if (request.upgrade && request.origin === undefined) return 'origin'
    if (request.method !== 'GET') return 'method'
    const foreign = request.fetchSite === 'cross-site' || request.fetchSite === 'same-site'
    return foreign && request.path !== '/' ? 'site' : undefined
  }

  #isOwn(origin: string): boolean {
    return origin.startsWith('http://') && this.#hosts.has(origin.slice('http://'.length))
  }

  #hasSession(cookie: string | undefined): boolean {
    const pairs = (cookie ?? '').split(';').map((pair) => pair.trim())
    const prefix = `${this.#cookieName}=`
    return pairs.some(
      (pair) => pair.startsWith(prefix) && same(pair.slice(prefix.length), this.#session),
    )
  }
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
