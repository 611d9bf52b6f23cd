import type { Colour } from './channel.ts'

/** What the chart's colours are where it is drawn. */
export interface Palette {
  readonly colours: Readonly<Record<Colour, string>>
  /** For categories without colours of their own; at most six can be told apart. */
  readonly categories: readonly string[]
  /** That on which it is drawn. */
  readonly ground: string
  /** From little to much. */
  readonly steps: readonly string[]
}

const shares = [12, 30, 48, 66, 84, 100] as const

/** The theme's tokens, so that a change of theme needs no drawing anew. */
export const screenPalette: Palette = {
  colours: {
    teal: 'var(--teal)',
    tint: 'var(--teal-tint)',
    ink: 'var(--ink)',
    grey: 'var(--ink-3)',
    line: 'var(--line-2)',
    seal: 'var(--seal)',
    gold: 'var(--gold)',
    ok: 'var(--ok)',
  },
  categories: [1, 2, 3, 4, 5, 6].map((n) => `var(--cat-${n})`),
  ground: 'var(--surface)',
  steps: shares.map((share) => `color-mix(in oklab, var(--teal) ${share}%, var(--surface))`),
}

/** The light theme's colours, for a file that is read and printed by itself. */
export const paperPalette: Palette = {
  colours: {
    teal: '#0b5a56',
    tint: '#7fa9a5',
    ink: '#1c2629',
    grey: '#5f6a6e',
    line: '#d3cbba',
    seal: '#9a1f18',
    gold: '#815410',
    ok: '#1e6b3a',
  },
  categories: ['#0b5a56', '#b3661a', '#3d62a8', '#9a1f18', '#7a5c99', '#6b7a1e'],
  ground: '#ffffff',
  steps: ['#e1ebea', '#b5cdcb', '#8aafac', '#5f9290', '#367773', '#0b5a56'],
}
