/** How long things take in a class on the local network, in milliseconds. */
export interface LanTimes {
  /** Before a wrong PIN is answered. */
  readonly wrongPin: number
  /** The first wait after too many wrong PINs; each further one takes twice as long. */
  readonly firstWait: number
  /** A phone that has not sent the PIN is let go. */
  readonly knocking: number
  /** So is one that has, and chooses nobody. */
  readonly choosing: number
  /** A seat whose phone is away is free for another. */
  readonly seatKept: number
  /** A class in which no phone has been for so long was forgotten, and closes. */
  readonly forgotten: number
  /** At the end, for phones that are in the middle of a practice. */
  readonly grace: number
  /** Between two states that a window is told. */
  readonly telling: number
}

export const usualTimes: LanTimes = {
  wrongPin: 400,
  firstWait: 30_000,
  knocking: 180_000,
  choosing: 600_000,
  seatKept: 30_000,
  forgotten: 3_600_000,
  grace: 2_000,
  telling: 200,
}
