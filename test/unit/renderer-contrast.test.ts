import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../desktop/renderer/ui/tokens.css', import.meta.url), 'utf8')

type Palette = Record<string, string>

function palette(theme: string): Palette {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)
  const tokens = (block?.[1] ?? '').matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)
  return Object.fromEntries([...tokens].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function ratio(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

const grounds = ['paper', 'surface', 'sunk']
const texts = ['ink', 'ink-2', 'ink-3', 'teal', 'teal-ink', 'seal', 'gold', 'ok']
const washes = ['teal-wash', 'seal-wash', 'gold-wash', 'ok-wash']

const textPairs: [text: string, ground: string][] = [
  ...texts.flatMap((text) => grounds.map((ground): [string, string] => [text, ground])),
  ...washes.flatMap((wash): [string, string][] => [
    ['ink', wash],
    ['ink-2', wash],
    [wash.replace('-wash', ''), wash],
  ]),
  ['teal-ink', 'teal-wash'],
  ['on-teal', 'teal'],
  ['on-teal', 'teal-ink'],
  ['on-seal', 'seal'],
]

/** Shapes that must be seen but are not read: WCAG 1.4.11. */
const shapePairs: [shape: string, ground: string][] = grounds.flatMap((ground) =>
  ['edge', 'focus', 'teal', ...[1, 2, 3, 4, 5, 6].map((n) => `cat-${n}`)].map(
    (shape): [string, string] => [shape, ground],
  ),
)

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['contrast', 7],
  ['elder', 7],
])('the %s palette', (theme, least) => {
  const colours = palette(theme)
  it.each(textPairs)(`writes %s on %s at ${least}:1 or more`, (text, ground) => {
    expect(ratio(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(least)
  })
  it.each(shapePairs)('shows %s on %s at 3:1 or more', (shape, ground) => {
    expect(ratio(colours[shape]!, colours[ground]!)).toBeGreaterThanOrEqual(3)
  })
})

it('measures contrast as WCAG does', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
