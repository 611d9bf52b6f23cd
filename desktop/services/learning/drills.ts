import type { drillProcedures, DrillItemView, DrillStanding } from '../../contract/drills.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { Titles } from '../../domain/course/titles.ts'
import type { Progress } from '../../domain/course/record.ts'
import type { Drill } from '../../domain/simulation/drill.ts'
import { noDrills } from '../../domain/simulation/drill-record.ts'
import { drillRound } from '../../domain/simulation/drill-round.ts'
import { drillDue } from '../../domain/simulation/drill-schedule.ts'
import type { Clock } from '../ports.ts'
import type { DrillShelf } from './drill-shelf.ts'
import type { Records } from './learner.ts'
import type { Library } from './library.ts'

interface Parts {
  readonly library: Library
  readonly shelf: DrillShelf
  readonly records: Records
  readonly clock: Clock
}

type DrillHandlers = Handlers<typeof drillProcedures, undefined>

/** Rounds of fraud drills, and what is kept of them. */
export function drillHandlers(parts: Parts): DrillHandlers {
  const { shelf, records } = parts
  return {
    'course.drills': ({ course }) => shelf.of(course),
    'learner.drill': (input) => aRound(parts, input),
    'learner.drills': ({ learner }) => standings(parts, learner),
    async 'progress.drill'({ learner, course, finished, answers }) {
      const known = new Map(itemsOf(await shelf.of(course)).map((item) => [keyOf(item), item]))
      const judged = answers.map((answer) => {
        const item = known.get(keyOf({ scheme: answer.scheme, id: answer.message }))
        if (!item) throw new ZhizhiError('not_found', { what: `演练里的消息 ${answer.message}` })
        return { ...answer, genuine: item.genuine }
      })
      return records.keep('drill.round', learner, { course, finished, answers: judged })
    },
  }
}

interface Item extends DrillItemView {
  readonly id: string
  readonly genuine: boolean
}

const keyOf = ({ scheme, id }: { scheme: string; id: string }): string => `${scheme}/${id}`

function itemsOf(drills: readonly Drill[]): Item[] {
  return drills.flatMap(({ id: scheme, title, messages }) =>
    messages.map((message) => {
      return { scheme, title, message, id: message.id, genuine: message.genuine }
    }),
  )
}

async function aRound(
  { library, shelf, records, clock }: Parts,
  { course, learner, schemes }: { course: string; learner: string | null; schemes: string[] },
) {
  const title = await titleOf(library, course)
  const record = (learner === null ? undefined : records.of(learner).drills[course]) ?? noDrills
  // a round that was left is another when it is begun anew: what was seen of it has been told
  const nth = `${record.rounds.length} ${Object.keys(record.seen).length}`
  const seed = learner === null ? clock.now().toISOString() : `${learner} ${course} ${nth}`
  const round = drillRound(itemsOf(await shelf.of(course)), { seed, seen: record.seen, schemes })
  if (round.length === 0 || !title) throw new ZhizhiError('not_found', { what: `演练 ${course}` })
  return {
    title,
    messages: round.map(({ scheme, title: named, message }) => ({ scheme, title: named, message })),
  }
}

async function titleOf(library: Library, course: string): Promise<Titles | undefined> {
  return (await library.courses()).find((entry) => entry.course.id === course)?.course.title
}

async function standings({ library, shelf, records, clock }: Parts, learner: string | null) {
  const progress = learner === null ? undefined : records.of(learner)
  const entries = await library.courses()
  const found = await Promise.all(
    entries.map(async ({ course: { id, title } }) => {
      const standing = await drillStanding(shelf, id, learner, progress, clock.now())
      return standing ? [{ course: id, title, standing }] : []
    }),
  )
  const rank = { due: 0, new: 1, later: 2 }
  return found.flat().toSorted((a, b) => rank[a.standing.state] - rank[b.standing.state])
}

/** Where a learner stands with the drills of a course; null where it has none for a round. */
export async function drillStanding(
  shelf: DrillShelf,
  course: string,
  learner: string | null,
  progress: Progress | undefined,
  now: Date,
): Promise<DrillStanding | null> {
  const items = itemsOf(await shelf.of(course))
  if (!items.some(({ genuine }) => genuine) || items.every(({ genuine }) => genuine)) return null
  const record = progress?.drills[course] ?? noDrills
  const due = drillDue(learner ?? '', course, record, now)
  return { ...due, rounds: record.rounds.length, last: record.rounds.at(-1)?.tally ?? null }
}
