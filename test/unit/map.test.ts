import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approvalOf,
  boundarySchema,
  readBoundary,
} from '../../desktop/domain/notebook/map/boundary.ts'
import { boundsOf, classOf, stepOf } from '../../desktop/domain/notebook/map/classes.ts'
import { drawMap, placeValues } from '../../desktop/domain/notebook/map/draw.ts'
import { groundOf } from '../../desktop/domain/notebook/map/grounds.ts'
import { anlanStreets, provinces } from '../../desktop/domain/notebook/map/layout.ts'
import { mapSchema } from '../../desktop/domain/notebook/map/map.ts'
import { matched } from '../../desktop/domain/notebook/map/match.ts'
import { mapWarnings } from '../../desktop/domain/notebook/map/warn.ts'
import { paperPalette } from '../../desktop/domain/notebook/palette.ts'
import { writeShape } from '../../desktop/domain/notebook/picture/svg.ts'

const spec = (more: object = {}) =>
  mapSchema.parse({ title: '题', from: 't', place: 'p', value: 'v', ...more })

describe('tiles', () => {
  it('hold all 34 divisions of province level, no two in one place', () => {
    expect(provinces.tiles).toHaveLength(34)
    for (const key of ['code', 'name', 'short'] as const) {
      expect(new Set(provinces.tiles.map((tile) => tile[key])).size).toBe(34)
    }
    expect(new Set(provinces.tiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(34)
    const names = provinces.tiles.map(({ short }) => short)
    expect(names).toEqual(expect.arrayContaining(['台湾', '香港', '澳门']))
  })

  it('have the streets of the made-up city', () => {
    const file = new URL('../../datasets/anlan-places/datapackage.json', import.meta.url)
    expect(readFileSync(file, 'utf8')).toContain('^99[0-9]{7}$')
    expect(anlanStreets.tiles).toHaveLength(12)
    for (const { code } of anlanStreets.tiles) expect(code).toMatch(/^99\d{7}$/)
  })
})

describe('a row finds its place', () => {
  it.each([
    ['内蒙古', '15'],
    ['内蒙古自治区', '15'],
    [' 广西 ', '45'],
    ['新疆', '65'],
    ['北京', '11'],
    ['110000', '11'],
    [110000, '11'],
    [11, '11'],
    ['８１', '81'],
    ['香港', '81'],
    ['台湾省', '71'],
    ['澳门特别行政区', '82'],
  ])('%s', (place, code) => {
    expect([...matched(provinces.tiles, [{ place, value: 1 }]).values]).toEqual([[code, 1]])
  })

  it('or is told, as is what comes twice', () => {
    const rows = ['火星', null, '北京', '北京市', '__proto__'].map((place) => ({ place, value: 1 }))
    const { unmatched, repeated, values } = matched(provinces.tiles, rows)
    expect(unmatched).toEqual(['火星', '（空）', '__proto__'])
    expect(repeated).toEqual(['北京市'])
    expect(values.size).toBe(1)
  })
})

describe('classes', () => {
  it('are bounded as they were told to', () => {
    const values = [1, 2, 3, 4, 100]
    expect(boundsOf(values, { by: 'quantile', count: 4 })).toEqual([2, 3, 4])
    expect(boundsOf(values, { by: 'equal', count: 3 })).toEqual([34, 67])
    expect(boundsOf(values, { by: 'own', breaks: [10] })).toEqual([10])
    expect(boundsOf([5, 5], { by: 'quantile', count: 5 })).toEqual([])
  })

  it('hold every value, in order', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 5 }), (values, count) => {
        for (const by of ['quantile', 'equal'] as const) {
          const bounds = boundsOf(values, { by, count })
          expect(bounds.toSorted((a, b) => a - b)).toEqual(bounds)
          for (const value of values) {
            const at = classOf(value, bounds)
            expect(at).toBeLessThan(count)
            expect(stepOf(at, bounds.length + 1).step).toBeLessThan(paperPalette.steps.length)
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a map', () => {
  const ground = groundOf('provinces', undefined)
  if (!ground) throw new Error('no ground')
  const look = { palette: paperPalette, surface: '#ffffff' }

  it('says in words what it shows, and hatches what it does not know', () => {
    const rows = [
      { p: '北京', v: 2 },
      { p: '上海', v: 9 },
    ]
    const map = spec()
    const drawn = drawMap(map, placeValues(map, rows), ground, look)
    expect(drawn.summary).toBe(
      '题。2 个地方：最高 上海市（9），最低 北京市（2）。另有 32 个地方无数据。',
    )
    expect(drawn.legend.at(-1)).toMatchObject({ text: '无数据', missing: true })
    expect(drawn.shapes.filter(({ kind }) => kind === 'path')).toHaveLength(32)
  })

  it('divides by the people, and by nobody where there are none', () => {
    const rows = [
      { p: '北京', v: 5, n: 10_000 },
      { p: '上海', v: 5, n: 0 },
    ]
    expect(placeValues(spec({ per: 'n' }), rows).map(({ value }) => value)).toEqual([5, undefined])
  })

  it('warns of counts, and offers the people of its table', () => {
    const rows = ['北京', '上海', '天津'].map((p, at) => ({ p, 件数: at + 3, 常住人口: 100 }))
    const facts = { columns: ['p', '件数', '常住人口'], rows, titles: new Map() }
    const [warning] = mapWarnings(spec({ value: '件数' }), facts)
    expect(warning?.mend?.edits[0]).toEqual({ path: ['per'], value: '常住人口' })
    expect(mapWarnings(spec({ value: '件数', per: '常住人口' }), facts)).toEqual([])
  })

  it.each([
    ['an address as ground', { area: 'https://evil.example/x.json' }],
    ['a path as ground', { area: '../../etc/passwd' }],
    ['bounds that fall', { classes: { by: 'own', breaks: [3, 1] } }],
    ['six classes', { classes: { by: 'equal', count: 6 } }],
    ['a style', { style: 'x' }],
    ['a long title', { title: '长'.repeat(301) }],
  ])('with %s is refused', (_, more) => {
    const whole = { title: '题', from: 't', place: 'p', value: 'v', ...more }
    expect(mapSchema.safeParse(whole).success).toBe(false)
  })
})

describe('a review number', () => {
  it.each([
    ['GS(2023)2767号', 'GS（2023）2767号'],
    ['GS（2019）1822号', 'GS（2019）1822号'],
    ['GS京(2022)1234号', 'GS京（2022）1234号'],
    [' 京S（2021）023号 ', '京S（2021）023号'],
    ['无', undefined],
    ['', undefined],
    ['GS(2023)号', undefined],
    ['GS(1723)12号', undefined],
    ['GS(2023)2767', undefined],
    ['<b>GS(2023)1号</b>', undefined],
  ])('%s', (written, expected) => {
    expect(approvalOf(written)).toBe(expected)
  })
})

const ring = [[116, 39], [117, 39], [117, 40], [116, 40], [116, 39]] // prettier-ignore
const file = (geometry: object, properties: object = { name: '甲区', code: '990102' }) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry }],
  })
const words = { title: '图', approval: 'GS(2023)2767号' }

describe('a boundary file', () => {
  it('gives outlines, names and its number, and is drawn with it', () => {
    const read = readBoundary(file({ type: 'Polygon', coordinates: [ring] }), words)
    if (!read.ok) throw new Error(read.problem.zh)
    expect(boundarySchema.safeParse(read.boundary).success).toBe(true)
    const own = groundOf('mine', read.boundary)
    expect(own?.note).toBe('图 · 审图号：GS（2023）2767号')
    const map = spec({ area: 'mine' })
    const drawn =
      own &&
      drawMap(map, [{ place: '甲区', value: 3 }], own, { palette: paperPalette, surface: '#fff' })
    expect(drawn?.summary).toContain('甲区（3）')
    expect(drawn?.shapes.map(writeShape).join('')).not.toMatch(/NaN|Infinity/)
  })

  it('trusts no properties', () => {
    const properties = JSON.parse(
      '{"name":"<img src=x onerror=alert(1)>","__proto__":{"code":"1"},"fill":"url(//e)","code":{"a":1}}',
    ) as object
    const read = readBoundary(file({ type: 'Polygon', coordinates: [ring] }, properties), words)
    if (!read.ok) throw new Error(read.problem.zh)
    expect(read.boundary.places[0]).toMatchObject({
      name: 'img src=x onerror=alert(1)',
      code: 'place-1',
    })
    expect(JSON.stringify(read.boundary)).not.toContain('url(')
  })

  it.each([
    ['no JSON', '{', words],
    ['points', file({ type: 'Point', coordinates: [1, 2] }), words],
    ['lines', file({ type: 'LineString', coordinates: ring }), words],
    ['a collection within', file({ type: 'GeometryCollection', geometries: [] }), words],
    ['metres for degrees', file({ type: 'Polygon', coordinates: [[[13e6, 4e6]]] }), words],
    ['an open scrap', file({ type: 'Polygon', coordinates: [[[1, 2]]] }), words],
    ['no places', JSON.stringify({ type: 'FeatureCollection', features: [] }), words],
    ['lists in lists', '['.repeat(100_000), words],
    ['three million signs', ' '.repeat(3_000_000), words],
    [
      'no review number',
      file({ type: 'Polygon', coordinates: [ring] }),
      { ...words, approval: '' },
    ],
  ])('with %s is refused', (_, text, told) => {
    const read = readBoundary(text, told)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.problem.zh).toMatch(/。$/)
  })
})
