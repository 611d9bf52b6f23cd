/** What the server of a class puts up with. Times in milliseconds. */
export interface LanLimits {
  /** Until a request's head has come whole. */
  readonly head: number
  /** Until an answer has gone out whole. */
  readonly answer: number
  /** Between two pings; a phone that has not answered one by the next is away. */
  readonly ping: number
  /** After the last word to a phone, until its connection is cut. */
  readonly farewell: number
  /** Connections of all, and of one address: behind a router a whole class may have one. */
  readonly connections: number
  readonly perAddress: number
  /** Bytes that may wait for a phone that does not read. */
  readonly waiting: number
  /** Messages at once, and each second after that. */
  readonly burst: number
  readonly perSecond: number
}

export const usualLimits: LanLimits = {
  ...{ head: 5_000, answer: 60_000, ping: 15_000, farewell: 1_000 },
  ...{ connections: 200, perAddress: 100, waiting: 2 ** 20, burst: 100, perSecond: 20 },
}

/** A request's address and head at most, in characters and bytes. */
export const urlLimit = 256
export const headLimit = 8 * 1024
