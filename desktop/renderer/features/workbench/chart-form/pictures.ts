import type { Look } from '../../../../domain/notebook/chart-form/suggest.ts'

/** A small picture of a look, 48 × 32: full, pale and drawn in lines. */
interface Picture {
  readonly full?: string
  readonly pale?: string
  readonly lines?: string
}

const rect = (x: number, y: number, width: number, height: number) =>
  `M${x} ${y}h${width}v${height}h${-width}z`
const dot = (x: number, y: number, r = 2) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
const rows = (...widths: readonly number[]) =>
  widths.map((width, index) => rect(6, 4 + index * 7, width, 4.5)).join('')
const cells = (places: readonly (readonly [number, number])[], size = 6) =>
  places.map(([x, y]) => rect(6 + x * size, 3 + y * size, size - 1, size - 1)).join('')

export const pictures: Readonly<Record<Look, Picture>> = {
  ranked: { full: rows(36, 26, 17, 9) },
  lollipop: {
    lines: 'M6 6h32M6 13h24M6 20h16M6 27h9',
    full: [dot(38, 6), dot(30, 13), dot(22, 20), dot(15, 27)].join(''),
  },
  grouped: {
    full: rect(6, 3, 34, 5) + rect(6, 18, 22, 5),
    pale: rect(6, 8, 24, 5) + rect(6, 23, 28, 5),
  },
  stacked: {
    full: rect(6, 4, 20, 6) + rect(6, 13, 12, 6) + rect(6, 22, 9, 6),
    pale: rect(26, 4, 14, 6) + rect(18, 13, 12, 6) + rect(15, 22, 6, 6),
  },
  share: {
    full: rect(6, 4, 20, 6) + rect(6, 13, 12, 6) + rect(6, 22, 27, 6),
    pale: rect(26, 4, 16, 6) + rect(18, 13, 24, 6) + rect(33, 22, 9, 6),
  },
  likert: {
    full: rect(24, 4, 18, 6) + rect(24, 13, 11, 6) + rect(24, 22, 15, 6),
    pale: rect(14, 4, 10, 6) + rect(6, 13, 18, 6) + rect(11, 22, 13, 6),
    lines: 'M24 2v28',
  },
  pyramid: {
    full:
      rect(18, 3, 5.5, 5) + rect(13, 10, 10.5, 5) + rect(8, 17, 15.5, 5) + rect(11, 24, 12.5, 5),
    pale:
      rect(24.5, 3, 7, 5) + rect(24.5, 10, 11, 5) + rect(24.5, 17, 15, 5) + rect(24.5, 24, 11, 5),
  },
  slope: {
    lines: 'M10 8L38 14M10 16L38 6M10 25L38 23',
    full: [dot(10, 8), dot(38, 14), dot(10, 16), dot(38, 6), dot(10, 25), dot(38, 23)].join(''),
  },
  box: {
    lines: 'M6 9h36M22 5v8M8 23h28M18 19v8',
    pale: rect(14, 5, 17, 8) + rect(13, 19, 13, 8),
  },
  panels: {
    lines:
      'M5 13L10 8L15 11L20 5M28 11L33 12L38 6L43 8M5 27L10 28L15 21L20 23M28 22L33 25L38 24L43 28',
  },
  calendar: {
    full: cells([
      [0, 1],
      [2, 0],
      [3, 3],
      [4, 1],
      [5, 2],
    ]),
    pale: cells([
      [0, 2],
      [0, 3],
      [1, 0],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 0],
      [3, 1],
      [4, 3],
      [5, 0],
      [5, 3],
    ]),
  },
  control: {
    lines: 'M5 7h38M5 25h38M6 18L13 14L20 19L27 13L34 17L41 5',
    full: [dot(13, 14), dot(20, 19), dot(27, 13), dot(34, 17), dot(41, 4, 3)].join(''),
  },
  funnel: {
    full:
      rect(6, 3, 36, 5.5) + rect(10, 10, 28, 5.5) + rect(15, 17, 18, 5.5) + rect(19, 24, 10, 5.5),
  },
  barX: { full: rows(20, 34, 12, 27) },
  barY: {
    full: rect(7, 14, 6, 15) + rect(16, 5, 6, 24) + rect(25, 19, 6, 10) + rect(34, 10, 6, 19),
  },
  lineY: { lines: 'M6 24L15 16L24 20L33 9L42 12' },
  areaY: { pale: 'M6 29V22L15 14L24 18L33 7L42 11V29z', lines: 'M6 22L15 14L24 18L33 7L42 11' },
  dot: {
    full: [dot(9, 25), dot(15, 19), dot(20, 22), dot(26, 14), dot(32, 16), dot(39, 7)].join(''),
  },
  rectY: {
    full:
      rect(6, 22, 6, 7) +
      rect(13, 14, 6, 15) +
      rect(20, 5, 6, 24) +
      rect(27, 11, 6, 18) +
      rect(34, 24, 6, 5),
  },
  density: {
    full: cells([
      [2, 1],
      [3, 1],
      [2, 2],
      [3, 2],
    ]),
    pale: cells([
      [1, 1],
      [4, 1],
      [1, 2],
      [4, 2],
      [2, 0],
      [3, 0],
      [2, 3],
    ]),
  },
  cell: {
    full: cells([
      [0, 0],
      [2, 1],
      [4, 2],
      [5, 3],
      [3, 0],
    ]),
    pale: cells([
      [1, 0],
      [2, 0],
      [4, 0],
      [5, 0],
      [0, 1],
      [1, 1],
      [3, 1],
      [4, 1],
      [5, 1],
      [0, 2],
      [1, 2],
      [2, 2],
      [3, 2],
      [5, 2],
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
      [4, 3],
    ]),
  },
}
