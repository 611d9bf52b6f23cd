/** What decisions need from outside: a keyed hash, and the day on which ages are counted. */
export interface Means {
  /** HMAC-SHA-256 with the workspace's salt; at least 9 bytes of it are used. */
  readonly hash: (text: string) => Uint8Array
  /** `yyyy-mm-dd`. */
  readonly today: string
}
