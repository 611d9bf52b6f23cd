/**
 * The work, not begun again while it goes on: who presses twice, out of habit or because nothing
 * has happened yet, asked for it once.
 */
export function once<Args extends readonly unknown[]>(
  work: (...args: Args) => Promise<unknown>,
): (...args: Args) => Promise<void> {
  let running = false
  return async (...args) => {
    if (running) return
    running = true
    try {
      await work(...args)
    } finally {
      running = false
    }
  }
}
