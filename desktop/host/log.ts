/** For whoever looks after the machine; a window only sees that something failed inside. */
export function logInternal(error: unknown, procedure: string): void {
  console.error(`${procedure} failed:`, error)
}
