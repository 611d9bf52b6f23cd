import { describe, expect, it } from 'vitest'
import { communities } from '../../datasets/generator/anlan/city.ts'
import {
  kindColumns,
  kinds,
  slowMonths,
  sources,
} from '../../datasets/generator/grid-events/kinds.ts'
import { misheard, spotsOf } from '../../datasets/generator/grid-events/places.ts'
import { matters } from '../../datasets/generator/hotline/matters.ts'
import {
  endings,
  openings,
  slots,
  speakers,
  spots,
} from '../../datasets/generator/hotline/narratives/pieces.ts'
import { hours, inStrength, seasons, weeks } from '../../datasets/generator/hotline/rhythms.ts'
import { stories } from '../../datasets/generator/hotline/stories.ts'

const lengths = (pieces: readonly string[]) => pieces.map((piece) => piece.length)
const least = (pieces: readonly string[]) => Math.min(...lengths(pieces))
const most = (pieces: readonly string[]) => Math.max(...lengths(pieces))

describe('stories', () => {
  const subcategories = matters.map((matter) => String(matter['subcategory']))

  it.each(subcategories)(
    'tell of %s in six ways or more, wronged, asking and proposing',
    (name) => {
      const own = stories.filter(({ subcategory }) => subcategory === name)
      for (const kind of ['!', '?', '+'] as const) {
        expect(own.filter((story) => story.kind === kind).length).toBeGreaterThanOrEqual(
          kind === '+' ? 2 : 3,
        )
      }
      expect(own.length).toBeGreaterThanOrEqual(11)
      expect(new Set(own.map(({ text }) => text)).size).toBe(own.length)
    },
  )

  it('are of matters that exist, with slots that exist, and end as sentences do', () => {
    const known = new Set([...Object.keys(slots), 'here', 'community'])
    for (const { subcategory, text } of stories) {
      expect(subcategories).toContain(subcategory)
      const named = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
      expect(named.filter((name) => !known.has(name))).toEqual([])
      expect(text).toMatch(/^[^。]+。$/)
    }
  })

  it('make narratives of 30 to 90 characters, whatever is drawn', () => {
    const names = communities.map(({ community }) => community)
    const places = Object.values(spots).flat()
    const fill = (text: string, length: (pieces: readonly string[]) => number, named: boolean) =>
      text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        if (name === 'community') return 'x'.repeat(length(names))
        if (name === 'here') return 'x'.repeat(length(places) + (named ? length(names) : 0))
        return 'x'.repeat(length(slots[name as keyof typeof slots]))
      })
    const [who, said, end] = [speakers, openings, endings].map((lists) =>
      Object.values(lists).flat(),
    )
    const around = (length: (pieces: readonly string[]) => number) =>
      length(who ?? []) + length(said ?? []) + length(end ?? [])
    for (const { text } of stories) {
      expect(fill(text, least, false).length + around(least)).toBeGreaterThanOrEqual(30)
      expect(fill(text, most, true).length + around(most) + '再次'.length).toBeLessThanOrEqual(90)
    }
  })
})

describe('kinds of grid events', () => {
  it('have all columns, spots, sources, seasons and rhythms that exist, and weights of 1,000', () => {
    for (const kind of kinds) {
      expect(
        kindColumns.filter((column) => kind[column] === undefined || kind[column] === ''),
      ).toEqual([])
      expect(spotsOf[String(kind['spot'])]?.length).toBeGreaterThan(5)
      expect(Object.keys(sources)).toContain(kind['found'])
      expect(Object.keys(seasons)).toContain(kind['season'])
      expect([weeks, hours].every((lists) => String(kind['rhythm']) in lists)).toBe(true)
      // Less what an urgent event and the reform save, more than a quarter of a day is left.
      expect(Number(kind['base'])).toBeGreaterThanOrEqual(170)
    }
    expect(kinds.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(1000)
    for (const weights of Object.values(sources)) {
      expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100)
    }
    expect(slowMonths.every((days) => days >= 0)).toBe(true)
  })

  it('know how each community may be misheard, as long as it is and unlike any other', () => {
    const stems = communities.map(({ community }) => community.replace(/社区$|村$/, ''))
    expect([...misheard.keys()].sort()).toEqual([...stems].sort())
    for (const [stem, sounded] of misheard) {
      expect(sounded).toHaveLength(stem.length)
      expect(stems).not.toContain(sounded)
    }
  })
})

describe('inStrength', () => {
  it.each([
    [1, 274, 274],
    [0, 274, 100],
    [0, 4, 100],
    [0.5, 40, 70],
  ])('of %s makes %s into %s', (strength, weight, made) => {
    expect(inStrength(weight, strength)).toBe(made)
  })
})
