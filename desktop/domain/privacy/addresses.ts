import { addressCores, type AddressCore } from './address-core.ts'
import { endsSpeech, isNamed, placeKinds, placeStart, type PlaceKind } from './address-place.ts'
import { finding, type Finding } from './finding.ts'
import { lexicon } from './words/lexicon.ts'
import { verbsAfter } from './words/name-context.ts'
import { isWord } from './words/word-book.ts'

const speech = lexicon(verbsAfter)

/** Addresses down to a house, a building, a room or a group of a village. */
export function addresses(plain: string): Finding[] {
  const found: Finding[] = []
  for (const core of addressCores(plain)) {
    const one = addressOf(plain, core)
    const last = found.at(-1)
    if (!one) continue
    if (
      last &&
      (one.start <= last.end + gapOf(plain, last.end) || isEstateBetween(plain, last, one))
    ) {
      found[found.length - 1] = finding('address', last.start, one.end, 0.95)
    } else found.push(one)
  }
  return found
}

/** `12号（阳光小区）3栋`, `12号 3栋` and `12号SOHO现代城3栋` are one address. */
function gapOf(plain: string, at: number): number {
  if (/[ (]/.test(plain[at] ?? '')) return 1
  return /^[A-Za-z]{0,6}/.exec(plain.slice(at, at + 6))?.[0].length ?? 0
}

/** 工农路45号江与城3栋2506: what stands between a house and a building is an estate's name. */
function isEstateBetween(plain: string, last: Finding, one: Finding): boolean {
  const gap = one.start - last.end
  if (gap < 2 || gap > longestEstate || !houseEnd.test(plain.slice(last.end - 2, last.end)))
    return false
  return onlyHan.test(plain.slice(last.end, one.start)) && !endsSpeech(plain, one.start)
}

const longestEstate = 6
const houseEnd = /\d(?:号|院)$|号院$/
const onlyHan = /^[\u4e00-\u9fff]+$/

/** Words between a place and a number: 小区的3栋, 路那个修车铺对面的12号院. */
const small = /(?:的|里的|里面|内|里|那个|那栋| |\))$/
const detour =
  /(?:对面|旁边|隔壁|后面|前面|附近|边上|斜对面|对过|门口|背后|楼上|楼下|往里|进去)(?:的|那个|那栋|那户|第)?$/
const mostDetour = 16

function addressOf(plain: string, core: AddressCore): Finding | undefined {
  const end = placeEnd(plain, core.start)
  const kinds = endsSpeech(plain, end) ? [] : placeKinds(plain, end)
  if (kinds.length > 0) {
    const start = placeStart(plain, end)
    if (isNamed(plain, start, end) && fits(core, kinds))
      return finding('address', start, core.end, 0.9)
  }
  const far = beyondDetour(plain, core)
  if (far !== undefined) return finding('address', far, core.end, 0.75)
  const coined = kinds.length === 0 ? coinedStart(plain, core) : core.start
  if (coined < core.start) return finding('address', coined, core.end, coinedPlace)
  return standsAlone(core) ? finding('address', core.start, core.end, 0.7) : undefined
}

/** How sure an address is that begins with such a name. */
export const coinedPlace = 0.72

const room = /(?:座|栋|幢|楼|#)[ -]?\d{3,4}/

/** Where an estate begins whose name ends like no place, before a building and a room. */
function coinedStart(plain: string, core: AddressCore): number {
  const [first = ''] = core.units
  const isRoom = core.units.length > 1 || room.test(plain.slice(core.start, core.end))
  const isDashed = first === '-' && !/[码号编单期款第]/.test(plain[core.start - 1] ?? '')
  if (!isDashed && (!building.test(first) || !isRoom)) return core.start
  const end = plain[core.start - 1] === ' ' ? core.start - 1 : core.start
  const start = placeStart(plain, end)
  // a space parts a person from a building, too
  const fewest = end < core.start ? 4 : 2
  if (end - start < fewest || !isNamed(plain, start, end) || isSpeech(plain, start, end))
    return core.start
  return start
}

/** 漏水3栋2单元: a word of speech, no name. */
function isSpeech(plain: string, start: number, end: number): boolean {
  if (endsSpeech(plain, end) || speech.before(plain, end) > 1) return true
  return end - start < 3 && isWord(plain.slice(start, end))
}

function placeEnd(plain: string, start: number): number {
  if (placeKinds(plain, start).length > 0) return start
  const between = small.exec(plain.slice(Math.max(0, start - 3), start))
  if (!between) return start
  const end = start - between[0].length
  // 皓轩 3栋 is a person and his building
  return between[0] === ' ' && /[轩阁居庭台岸景墅郡府城]/.test(plain[end - 1] ?? '') ? start : end
}

function beyondDetour(plain: string, core: AddressCore): number | undefined {
  if (!core.units.some((unit) => /号|栋|幢|单元|室/.test(unit))) return undefined
  const before = plain.slice(Math.max(0, core.start - mostDetour), core.start)
  if (!detour.test(before)) return undefined
  for (let at = core.start - 2; at > core.start - mostDetour && at > 1; at -= 1) {
    if (/[。！？；\n]/.test(plain[at] ?? '')) return undefined
    const kinds = placeKinds(plain, at)
    if (!kinds.includes('road') && !/小区|花园|家园|村/.test(plain.slice(at - 2, at))) continue
    const start = placeStart(plain, at)
    if (isNamed(plain, start, at)) return start
  }
  return undefined
}

const building = /^(?:号楼|号院|栋|幢|座|#楼|#|排)$/
const within = /^(?:单元|室|户|门|层|楼|房|号房|号门)$/

/** Whether such numbers after such a place are somebody's door. */
function fits({ units }: AddressCore, kinds: readonly PlaceKind[]): boolean {
  const [first = ''] = units
  const single = units.length === 1
  if (kinds.includes('road') && /^(?:号|号院|号楼|弄|#|支弄|巷|栋|幢)/.test(first)) return true
  if (
    kinds.includes('village') &&
    /^(?:组|小组|村民小组|号|队|生产队|社|排|号院|栋|幢)$/.test(first)
  )
    return true
  if (
    kinds.includes('estate') &&
    (first === '-' || building.test(first) || /^(?:单元|室|号|弄)$/.test(first))
  )
    return true
  if (single) return false
  return units.some((unit) => building.test(unit) || /号|单元|室|门/.test(unit))
}

/** A building and something in it: 3号楼2单元501, also without a name before it. */
function standsAlone({ units, start, end }: AddressCore): boolean {
  if (units.length < 2)
    return units.length === 1 && /^(?:单元|号楼|栋|幢)$/.test(units[0] ?? '') && end - start >= 6
  return (
    units.some((unit) => building.test(unit) || unit === '单元') &&
    units.some((unit) => within.test(unit))
  )
}
