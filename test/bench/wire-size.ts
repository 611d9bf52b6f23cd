/** What the benchmark of the wire sends: 100 MB in chunks of 1 MB. */
export const CHUNKS = 100
export const SIZE = 2 ** 20
