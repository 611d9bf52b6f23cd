import { finding, type Finding } from './finding.ts'
import { matchesOf } from './matches.ts'
import { isAfter } from './plain-text.ts'

const east = '(?:7[3-9]|[89]\\d|1[0-2]\\d|13[0-5])'
const north = '(?:[3-9]|[1-4]\\d|5[0-4])'
const gap = '(?: ?[,;] ?| |, ?)'

/** Longitude and latitude side by side, in either order, with at least four decimals. */
const pair = new RegExp(
  `(?<![\\d.])(?:${east}\\.\\d{4,10}[°度]?[EN]?${gap}[EN]?${north}\\.\\d{4,10}|${north}\\.\\d{4,10}[°度]?[EN]?${gap}[EN]?${east}\\.\\d{4,10})[°度]?(?![\\d.%元万])`,
  'g',
)
const single = new RegExp(
  `(?:经度|纬度|东经|北纬|坐标|longitude|latitude|lng|lat)(?:是|为|[:=])? ?[:=]? ?[EN]?((?:${east}|${north})(?:\\.\\d{3,10}[°度]?|[°度]\\d{1,2}['′分](?:\\d{1,2}(?:\\.\\d+)?["″秒])?))(?![\\d.%])`,
  'dgi',
)

const words = /坐标|经纬|定位|位置|GPS|经度|纬度/i

/** Places on the earth: a pair is one where a word says so or five decimals do; one number after its word. */
export function coordinates(plain: string): Finding[] {
  const pairs = matchesOf(plain, pair).flatMap(({ 0: text, index }) => {
    const told = isAfter(plain, index, words)
    const exact = /\.\d{5,}.*\.\d{5,}/.test(text)
    if (!told && !exact) return []
    return [finding('coordinates', index, index + text.length, told ? 0.95 : 0.75)]
  })
  const singles = matchesOf(plain, single).flatMap(({ indices }) => {
    const [start, end] = indices?.[1] ?? []
    return start === undefined || end === undefined ? [] : [finding('coordinates', start, end, 0.9)]
  })
  return [...pairs, ...singles]
}
