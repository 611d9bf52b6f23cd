/** The time of what happens now, as the journal writes it. */
export const now = (): string => new Date().toISOString()
