import { rightWay } from '../simulation/demonstration.ts'
import { waysOf, type Scenario, type Screen, type Way } from '../simulation/scenario.ts'
import { sentencesOf } from '../speech/sentences.ts'

/** One screen of a scenario as the take-home card shows it. */
export interface CardPicture {
  /** Which step of the whole way it is, from 1. */
  readonly at: number
  readonly screen: Screen
  /** What is touched; none on the last screen. */
  readonly way?: Way
}

export interface CardStrip {
  readonly scenario: Scenario
  readonly pictures: readonly CardPicture[]
  /** How many steps the whole way has; there may be fewer pictures. */
  readonly of: number
}

/** So many pictures stand on a page: two rows of four. */
export const mostPictures = 8
const perRow = 4

/** The shortest right ways through a lesson's scenarios, as many as fit on a page. */
export function cardStrips(scenarios: readonly Scenario[]): CardStrip[] {
  const [only, ...others] = scenarios
  if (!only) return []
  const shown = others.length === 0 ? [only] : scenarios.slice(0, mostPictures / perRow)
  return shown.map((scenario) => cardStrip(scenario, mostPictures / shown.length))
}

/** Its first and last screen, then those where one can go wrong, then the others in even steps. */
export function cardStrip(scenario: Scenario, most: number): CardStrip {
  const pictures = rightWay(scenario).flatMap(({ screen: name, way }, index): CardPicture[] => {
    const screen = scenario.screens[name]
    return screen ? [{ at: index + 1, screen, ...(way && { way }) }] : []
  })
  const kept = chosen(
    pictures.map(({ screen }) => isBranch(screen)),
    most,
  )
  return { scenario, of: pictures.length, pictures: pictures.filter((_, index) => kept[index]) }
}

const isBranch = (screen: Screen) => waysOf(screen).some(({ mistake }) => mistake !== undefined)

function chosen(branches: readonly boolean[], most: number): boolean[] {
  const last = branches.length - 1
  const places = [...branches.keys()]
  const ends = new Set([0, last])
  const rank = (place: number) => (ends.has(place) ? 0 : branches[place] ? 1 : 2)
  const ordered = [0, 1, 2].flatMap((each) =>
    spread(places.filter((place) => rank(place) === each)),
  )
  const kept = new Set(ordered.slice(0, most))
  return places.map((place) => kept.has(place))
}

/** The same places so ordered that any number of the first lie far apart. */
function spread(places: readonly number[]): number[] {
  if (places.length <= 2) return [...places]
  const middle = Math.floor(places.length / 2)
  const [left, right] = [spread(places.slice(0, middle)), spread(places.slice(middle + 1))]
  const woven = left.flatMap((place, index) => [place, ...right.slice(index, index + 1)])
  return [places[middle] ?? 0, ...woven, ...right.slice(left.length)]
}

/** The text's first sentences as long as they fit; a sentence is never cut in two. */
export function firstSentences(text: string, most: number): string {
  let said = ''
  for (const { end } of sentencesOf(text)) {
    const upTo = text.slice(0, end).trim()
    if (Array.from(upTo).length > most) break
    // a semicolon only promises that the sentence goes on
    if (end === text.length || !/[；;]$/.test(upTo)) said = upTo
  }
  return said
}
