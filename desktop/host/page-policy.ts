import { createHash } from 'node:crypto'

export interface PagePolicy {
  readonly nonce: string
  /** `connect-src` beside 'self'. */
  readonly connect?: string
  /** Inline styles that a library writes and that never change. */
  readonly styleHashes?: readonly string[]
}

/** The Content-Security-Policy of the renderer, the same in both hosts but for `connect`. */
export function contentSecurityPolicy({
  nonce,
  connect = '',
  styleHashes = [],
}: PagePolicy): string {
  const hashes = styleHashes.map((hash) => ` '${hash}'`).join('')
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'${hashes}`,
    `style-src-elem 'self' 'nonce-${nonce}'${hashes}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    'media-src blob:', // recordings, which come over the contract
    `connect-src 'self'${connect && ` ${connect}`}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function styleHash(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}

/** What every answer carries, page or not. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
  'Cache-Control': 'no-store',
}
