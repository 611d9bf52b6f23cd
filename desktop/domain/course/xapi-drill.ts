import type { DrillRoundRecord } from '../simulation/drill-record.ts'
import { fraudsIn, genuineIn, type Tally } from '../simulation/drill-score.ts'
import { signalOf } from '../simulation/drill-signal.ts'

/**
 * A round of fraud drills as the result of an xAPI statement: the score counts judgements that do
 * no harm; counts, d′ and bias are extensions, under `prefix`.
 */
export function drillResult({ followUp, changed, tally }: DrillRoundRecord, prefix: string) {
  const max = fraudsIn(tally) + genuineIn(tally)
  const raw = max - tally.believed - tally.accused
  const told = { ...tally, followUp, changed, ...signals(tally) }
  const extensions = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [`${prefix}${hyphened(name)}`, value]),
  )
  const score = max > 0 ? { score: { scaled: raw / max, raw, min: 0, max } } : {}
  return { success: raw === max, completion: true, ...score, extensions }
}

/** With “verify first” as no, and as yes. */
function signals(tally: Tally) {
  const accuse = signalOf(tally, 'accuse')
  const doubt = signalOf(tally, 'doubt')
  return {
    ...{ dPrimeAccuse: accuse.sensitivity, biasAccuse: accuse.bias },
    ...{ dPrimeDoubt: doubt.sensitivity, biasDoubt: doubt.bias },
  }
}

const hyphened = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
