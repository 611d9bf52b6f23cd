import { drawsOf, type Draws } from '../draw.ts'
import { oneBy, oneOf } from '../one-of.ts'
import { purposes, type Purpose } from './calls.ts'
import { endings, openings, slots, speakers, spots, type Slot } from './narratives/pieces.ts'

/** Puts a piece into each slot of a text. */
function filled(text: string, draws: Draws<Purpose>): string {
  const named = `CASE WHEN ${draws.uniform('named')} < 0.4 THEN community ELSE '' END`
  const here = `${named} || ${oneBy('places.kind', spots, draws.uniform('spot'))}`
  const placed = `replace(replace(${text}, '{here}', ${here}), '{community}', community)`
  const names = Object.keys(slots) as Slot[]
  return names.reduce(
    (sofar, name) => `replace(${sofar}, '{${name}}', ${oneOf(slots[name], draws.uniform(name))})`,
    placed,
  )
}

/**
 * SQL of what the caller said, for a row with the columns of `numbered`, `places` and `stories`: who
 * speaks and how, the story of the matter, and what is asked for. Who calls again tells the same story.
 */
export function narrative(seed: number): string {
  const own = drawsOf('t.call', seed, purposes)
  const first = drawsOf('coalesce(t.repeat_of_call, t.call)', seed, purposes)
  const story = `told[1 + CAST(floor(${first.uniform('story')} * len(told)) AS INTEGER)]`
  return `${oneBy('t.channel', speakers, own.uniform('speaker'))}
       || CASE WHEN t.repeat_of_call IS NULL THEN '' ELSE '再次' END
       || ${oneBy('t.request_type', openings, own.uniform('opening'))}
       || ${filled(story, first)}
       || ${oneBy('t.request_type', endings, own.uniform('ending'))}`
}

/** Which kind of story goes with how the matter is put. */
export const storyKind = `CASE t.request_type WHEN '咨询' THEN '?' WHEN '建议' THEN '+' ELSE '!' END`
