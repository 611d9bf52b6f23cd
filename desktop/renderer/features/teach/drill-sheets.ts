import type { Drill, DrillMessage } from '../../../domain/simulation/drill.ts'
import { afterRound, type DrillRecord, noDrills } from '../../../domain/simulation/drill-record.ts'
import { drillRound } from '../../../domain/simulation/drill-round.ts'

/** The messages of a sheet, the same at every print; each sheet has others as long as there are. */
export function drillSheet(drills: readonly Drill[], course: string, sheet: number) {
  const items = drills.flatMap(({ id: scheme, messages }) =>
    messages.map((message) => {
      return { scheme, message, id: message.id, genuine: message.genuine }
    }),
  )
  let record: DrillRecord = noDrills
  let messages: readonly DrillMessage[] = []
  for (let nth = 1; nth <= sheet; nth += 1) {
    const round = drillRound(items, { seed: `sheet ${course} ${nth}`, seen: record.seen })
    messages = round.map(({ message }) => message)
    const answers = round.map(({ scheme, id, genuine }) => {
      return { scheme, message: id, genuine, answer: 'verify' as const, changed: false }
    })
    record = afterRound(record, { course, finished: true, answers }, nth, '')
  }
  return messages
}
