import type { DrillItemView, DrillStanding } from '../../../../contract/drills.ts'
import {
  fraudsIn,
  genuineIn,
  type Judgement,
  type Tally,
} from '../../../../domain/simulation/drill-score.ts'
import { date } from '../../../app/format.ts'
import { t } from './messages.ts'

/** What is read aloud of a message, and of what gives it away once it has been answered. */
export function spokenText({ message }: DrillItemView, answer: Judgement | undefined): string {
  const said = `${t.channels[message.channel]}，${message.from}：${message.text}`
  if (answer === undefined) return said
  const verdict = message.genuine ? t.genuine[answer] : t.fraud[answer]
  const reasons = message.genuine
    ? message.proof
    : message.tells.map(({ words, because }) => `“${words}”。${because}`).join('')
  return `${verdict}${reasons}${t.check}：${message.check}`
}

/** When the drills come back, said to whoever has not just finished a round. */
export function whenWords({ state, next, followUp }: DrillStanding): string {
  if (state === 'later' && followUp) return t.card.tomorrow
  if (state === 'later' && next !== null) return t.card.later(date(next))
  if (state === 'new') return t.card.new
  return followUp ? t.card.followUp : t.card.due
}

/** A round in one line: frauds spotted and checked first, genuine messages accused. */
export function roundWords(tally: Tally): string {
  const { caught, fraudsVerified, accused } = tally
  return (
    t.roundFrauds(caught, fraudsVerified, fraudsIn(tally)) +
    t.roundGenuine(accused, genuineIn(tally))
  )
}
