import type { Bank, BankItem } from '../desktop/domain/assessment/bank.ts'
import type {
  AssessmentEvent,
  AssessmentEventType,
  SittingKind,
} from '../desktop/domain/assessment/events.ts'
import { assignHalves } from '../desktop/domain/assessment/halves.ts'
import { formFor, type Programme } from '../desktop/domain/assessment/programme.ts'
import type { ItemRef } from '../desktop/domain/assessment/events.ts'
import { selectItems } from '../desktop/domain/assessment/select.ts'
import { drawing, hashOf } from '../desktop/domain/course/kinds/drawing.ts'
import { chanceRight, normalFrom, type TrueItem } from './simulated-items.ts'

export interface SimulatedEvent<T extends AssessmentEventType = AssessmentEventType> {
  readonly type: T
  readonly by: string
  readonly data: AssessmentEvent<T>
}

interface Cohort {
  readonly training: string
  readonly class: string
  readonly people: readonly string[]
  readonly programme: Programme
  readonly banks: ReadonlyMap<string, Bank>
  /** Of the rubric. */
  readonly criteria: readonly string[]
  readonly seed: number
}

/** How much ability a training gives; abilities are from N(0, 1). */
const learned = 1.1

/** Steepness and difficulty follow from the item's name; one in eleven is keyed wrongly, or of no account. */
export function trueItem({ course, item }: ItemRef): TrueItem {
  const chance = drawing(hashOf(`${course}/${item}`))
  const odd = Math.floor(chance() * 22)
  const a = odd === 0 ? -1 : odd === 1 ? 0 : 0.7 + 1.3 * chance()
  return { id: `${course}/${item}`, a, b: -1 + 2.2 * chance() }
}

/** All that learners of known ability leave in the journal on their way through a programme. */
export function cohortEvents(cohort: Cohort): SimulatedEvent[] {
  const { training, people, programme, seed } = cohort
  const chance = drawing(seed)
  const halves = assignHalves(people, {}, seed)
  const begun = { training, class: cohort.class, programme: programme.id, seed }
  const events: SimulatedEvent[] = [{ type: 'training.begun', by: '', data: begun }]
  for (const [at, person] of people.entries()) {
    const half = halves.get(person) ?? 1
    events.push({ type: 'training.assigned', by: person, data: { training, half } })
    const ability = normalFrom(chance)
    const steps = stepsOf(at / people.length)
    const met: ItemRef[] = []
    for (const kind of steps) {
      const later = kind === 'after' || kind === 'final' ? learned : 0
      const form = formFor(kind, half)
      const sitting = { cohort, chance, kind, form, person, met, ability: ability + later }
      events.push(...sittingEvents(sitting, `${training}-${at}-${kind}`))
    }
    if (at / people.length < 0.7) events.push(...workEvents(cohort, chance, person, at))
  }
  return events
}

/** Some never come, some stop on the way. */
function stepsOf(place: number): SittingKind[] {
  if (place >= 0.95) return []
  const all: SittingKind[] = ['placement', 'before']
  if (place < 0.88) all.push('after')
  if (place < 0.82) all.push('final')
  return all
}

interface Sitting {
  readonly cohort: Cohort
  readonly chance: () => number
  readonly kind: SittingKind
  readonly form: 'A' | 'B' | null
  readonly person: string
  readonly ability: number
  readonly met: ItemRef[]
}

function sittingEvents(sitting: Sitting, id: string): SimulatedEvent[] {
  const { cohort, chance, kind, form, person, met } = sitting
  const { programme, banks, training } = cohort
  const seed = Math.floor(chance() * 2 ** 32)
  const items = selectItems(programme, banks, { kind, form, seed, met })
  met.push(...items)
  const begun = { sitting: id, programme: programme.id, kind, form, training, seed, items }
  return [
    { type: 'sitting.begun', by: person, data: begun },
    ...items.map((item, at): SimulatedEvent => {
      const data = { sitting: id, question: at + 1, ...answerTo(sitting, item) }
      return { type: 'sitting.answered', by: person, data }
    }),
    { type: 'sitting.ended', by: person, data: { sitting: id, end: 'handed-in', learnt: 40 } },
  ]
}

function answerTo({ cohort, chance, ability }: Sitting, ref: ItemRef) {
  const found = cohort.banks.get(ref.course)?.items.find(({ id }) => id === ref.item)
  const options = optionsOf(found)
  const item = { ...trueItem(ref), c: options.length > 1 ? 0.15 : 0 }
  const correct = chance() < chanceRight(item, ability)
  const seconds = 15 + Math.floor(90 * chance() ** 2)
  if (!correct && chance() < 0.08) {
    return { correct, code: 'skipped', chosen: null, seconds }
  }
  const places = options.flatMap((right, at) => (right === correct ? [at + 1] : []))
  // one wrong option draws most of those who do not know
  const place = places[Math.floor(places.length * chance() ** 2)]
  const chosen = place === undefined ? null : String(place)
  return { correct, code: correct ? 'right' : 'wrong', chosen, seconds }
}

function optionsOf(item: BankItem | undefined): boolean[] {
  const options = item?.exercise['options']
  if (!Array.isArray(options)) return []
  return options.map((one: unknown) => typeof one === 'object' && one !== null && 'right' in one)
}

function workEvents(
  { training, programme, people, criteria }: Cohort,
  chance: () => number,
  person: string,
  at: number,
): SimulatedEvent[] {
  const work = `${training}-work-${at}`
  const made = { work, programme: programme.id, training, notebook: `brief-${at}` }
  const peers = [1, 2].flatMap((step) => people[(at + step) % people.length] ?? [])
  const quality = 1 + Math.floor(chance() * 3)
  const rated = (role: 'self' | 'peer' | 'facilitator', rater: string, kind: number) => {
    const levels = criteria.map((one): [string, number] => {
      const level = quality + kind + Math.floor(chance() * 3) - 1
      return [one, Math.min(3, Math.max(1, level))]
    })
    const data = { work, role, rater, levels: Object.fromEntries(levels) }
    return { type: 'capstone.rated', by: person, data } as const
  }
  return [
    { type: 'capstone.handed-in', by: person, data: { ...made, version: 'f'.repeat(64) } },
    { type: 'capstone.peers', by: person, data: { work, peers } },
    rated('self', person, 1),
    ...peers.map((peer) => rated('peer', peer, 0)),
    rated('facilitator', '1', 0),
  ]
}
