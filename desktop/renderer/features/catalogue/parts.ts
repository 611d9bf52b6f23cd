/** The parts of a dataset's page, in order; the first is shown at the dataset's own address. */
export const parts = ['overview', 'data', 'quality', 'elements', 'sharing'] as const
export type Part = (typeof parts)[number]

export function partOf(text: string | undefined): Part {
  return parts.find((part) => part === text) ?? 'overview'
}
