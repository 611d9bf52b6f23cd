/** The parts of a dataset's page, in order; the first is shown at the dataset's own address. */
export const parts = ['overview', 'data', 'quality', 'elements', 'sharing'] as const
export type Part = (typeof parts)[number]

/** Of a dataset that is listed only there is nothing to look at; one can apply for it. */
export const partsWithoutData: readonly Part[] = ['overview', 'sharing']

/** What came from a file on this machine has no provider to ask. */
export const partsOfImported: readonly Part[] = parts.filter((part) => part !== 'sharing')

export function partOf(text: string | undefined): Part {
  return parts.find((part) => part === text) ?? 'overview'
}
