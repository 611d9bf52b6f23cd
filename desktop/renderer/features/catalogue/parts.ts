/** The parts of a dataset's page, in order; the first is shown at the dataset's own address. */
export const parts = ['overview', 'data', 'quality', 'elements', 'sharing'] as const
export type Part = (typeof parts)[number]

/** Of a dataset that is listed only there is nothing to look at; one can apply for it. */
export const partsWithoutData: readonly Part[] = ['overview', 'sharing']

export function partOf(text: string | undefined): Part {
  return parts.find((part) => part === text) ?? 'overview'
}
