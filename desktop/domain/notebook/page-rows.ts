/** Rows of a page of a table that is narrow. */
export const PAGE = 200

/** Values of a page, about: a table of thousands of columns comes in fewer rows at once. */
const VALUES = 40_000

/** How many rows of so many columns make a page. */
export function pageRows(columns: number): number {
  return Math.max(10, Math.min(PAGE, Math.floor(VALUES / Math.max(1, columns))))
}
