import * as z from 'zod'
import type { Sentence } from '../problem.ts'

/** A ring of a polygon: longitude and latitude in turn. */
type Ring = readonly (readonly [number, number])[]

export interface BoundaryPlace {
  readonly code: string
  readonly name: string
  readonly rings: readonly Ring[]
}

/** A reviewed boundary file, as it is kept: outlines and names, and under which number it was reviewed. */
export interface Boundary {
  readonly title: string
  /** 审图号, as it must stand on every drawing. */
  readonly approval: string
  readonly places: readonly BoundaryPlace[]
}

export type BoundaryReading =
  | { readonly ok: true; readonly boundary: Boundary }
  | { readonly ok: false; readonly problem: Sentence }

const mostSigns = 2_000_000
const mostPlaces = 500
const mostPoints = 60_000

/** GS(2023)2767号, GS京(2022)1234号, 京S(2021)023号; brackets of either width. */
const approvalForm =
  /^(?:GS\p{Script=Han}?|\p{Script=Han}S)\s*[(（〔]\s*(20[0-4]\d|19[89]\d)\s*[)）〕]\s*(\d{1,6})\s*号$/u

/** The number as it is written on maps; nothing where it has no such form. */
export function approvalOf(written: string): string | undefined {
  const plain = written.normalize('NFKC').trim()
  const [, year, number] = approvalForm.exec(plain) ?? []
  if (year === undefined || number === undefined) return undefined
  const [kind = ''] = plain.split(/\s*[(〔]/)
  return `${kind}（${year}）${number}号`
}

const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.unknown())
const ring = z.array(position).min(4).max(mostPoints)
const polygon = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(ring).min(1).max(2000),
})
const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).min(1).max(2000)).min(1).max(5000),
})
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.record(z.string(), z.unknown()).nullish(),
        geometry: z.discriminatedUnion('type', [polygon, multiPolygon]),
      }),
    )
    .min(1)
    .max(mostPlaces),
})

const say = (zh: string, en: string): BoundaryReading => ({ ok: false, problem: { zh, en } })

/**
 * Reads a reviewed boundary file (GeoJSON). Only outlines are taken, and of the properties a name and
 * a code as plain short texts; everything else is left behind. Refused without a review number.
 */
export function readBoundary(
  text: string,
  words: { readonly title: string; readonly approval: string },
): BoundaryReading {
  const approval = approvalOf(words.approval)
  if (approval === undefined) {
    return say(
      '审图号不对：应像 GS（2023）2767号、GS京（2022）1234号 这样。没有审图号的地图不能用。',
      'The review number is not right: it looks like GS（2023）2767号. A map without one cannot be used.',
    )
  }
  if (text.length > mostSigns) {
    return say(
      '文件太大：最多 200 万个字符。请先简化边界。',
      'Too large: at most 2 million characters.',
    )
  }
  const read = parsed(text)
  if (!read.ok) return read
  const places = read.features.map((feature, at) => placeOf(feature, at))
  const points = places.reduce((sum, { rings }) => sum + rings.flat().length, 0)
  if (points > mostPoints) {
    return say(
      `边界太细：有 ${points} 个点，最多 ${mostPoints} 个。请先简化边界。`,
      `Too fine: ${points} points, at most ${mostPoints}. Simplify the outlines first.`,
    )
  }
  return { ok: true, boundary: { title: words.title.trim().slice(0, 60), approval, places } }
}

type Feature = z.infer<typeof collection>['features'][number]

function parsed(
  text: string,
): { ok: true; features: Feature[] } | Extract<BoundaryReading, { ok: false }> {
  const refused = {
    ok: false,
    problem: {
      zh: '应是 GeoJSON 文件（FeatureCollection），只含多边形，坐标是经纬度，最多 500 个地方。',
      en: 'Must be GeoJSON (a FeatureCollection) of polygons only, in degrees, of at most 500 places.',
    },
  } as const
  if (/^[\s\S]{0,200}?(?:\[\s*){12}/.test(text)) return refused
  try {
    const read = collection.safeParse(JSON.parse(text))
    return read.success ? { ok: true, features: read.data.features } : refused
  } catch {
    return refused
  }
}

function placeOf({ properties, geometry }: Feature, at: number): BoundaryPlace {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const told = (...keys: readonly string[]) =>
    keys.flatMap((key) => plain(Object.hasOwn(properties ?? {}, key) ? properties?.[key] : ''))[0]
  const name = told('name', 'NAME', 'Name', '名称', '地名')
  return {
    code: told('adcode', 'code', 'CODE', 'gb', '代码', '区划代码') ?? `place-${at + 1}`,
    name: name ?? `第 ${at + 1} 块`,
    rings: rings.map((ring) => ring.map(([x, y]) => [round(x), round(y)] as const)),
  }
}

/** About ten metres; finer is not to be seen. */
const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4

function plain(value: unknown): string[] {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return []
  const short = text
    .replaceAll(/[\p{C}<>]/gu, '')
    .trim()
    .slice(0, 60)
  return short === '' ? [] : [short]
}

/** A kept boundary, read again: files of the workspace can be changed by others. */
export const boundarySchema: z.ZodType<Boundary> = z.strictObject({
  title: z.string().max(60),
  approval: z.string().refine((written) => approvalOf(written) === written),
  places: z
    .array(
      z.strictObject({
        code: z.string().max(60),
        name: z.string().max(60),
        rings: z.array(
          z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])),
        ),
      }),
    )
    .min(1)
    .max(mostPlaces),
})
