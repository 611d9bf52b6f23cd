import type { ToPhone } from '../../../contract/lan-wire.ts'

/** The doors through which a class on the local network reaches the outside world. */

/** One phone's connection. */
export interface PhoneLink {
  /** The address it comes from. */
  readonly remote: string
  send(message: ToPhone): void
  /** After what was sent has gone out. */
  close(): void
}

/** Who listens to a connection. */
export interface PhoneEar {
  heard(text: string): void
  gone(): void
}

/** The open door of a class. */
export interface Door {
  readonly port: number
  /** The program that listens, as a firewall names it. */
  readonly program: string
  readonly addresses: readonly { readonly url: string; readonly network: string }[]
  close(): Promise<void>
}

export interface Doors {
  /**
   * Opens the practice page to the local network. Port 0: the usual one, or a free one where that is
   * taken. Fails with `lan_no_network`, and with `port_in_use` for a port that was asked for.
   */
  open(port: number, take: (link: PhoneLink) => PhoneEar): Promise<Door>
}

/** What nobody can guess. */
export interface Secrets {
  /** Six digits. */
  pin(): string
  /** 32 bytes, base64url. */
  secret(): string
  /** SHA-256, base64url. */
  digest(secret: string): string
  /** Compares in a time that says nothing of where two texts differ. */
  same(one: string, other: string): boolean
}

/** Where what learners wish for goes; it masks what names a person. */
export interface Suggestions {
  add(session: string, text: string): Promise<void>
}
