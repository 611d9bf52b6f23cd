import type { SessionReport } from '../../../../contract/session-report.ts'
import { faceWays } from '../../../../domain/classroom/face-ways.ts'
import { inGroups, levelWays, smallestGroup } from '../../../../domain/classroom/few.ts'
import type { Face } from '../../../../domain/classroom/events.ts'
import type { Level } from '../../../../domain/classroom/levels.ts'
import { t } from './report-messages.ts'

/** A part of a bar: so many people, and what they have in common, in words. */
export interface BarPart {
  readonly label: string
  readonly people: number
  readonly tone: Level | Face
}

/** An objective's help as a bar; nothing where its groups are too small to be handed on. */
export function helpParts(
  { counts }: SessionReport['objectives'][number],
  handOn: boolean,
): BarPart[] | undefined {
  const parts = inGroups(counts, levelWays, handOn ? smallestGroup : 1)
  return parts?.map(({ answers, people }) => ({
    ...{ label: answers.map((one) => t.levels[one]).join(t.and), people },
    tone: answers[0] ?? 'none',
  }))
}

/** The faces as a bar. */
export function faceParts(faces: SessionReport['faces'], handOn: boolean): BarPart[] | undefined {
  const parts = inGroups(faces, faceWays, handOn ? smallestGroup : 1)
  return parts?.map(({ answers, people }) => ({
    ...{ label: answers.map((one) => t.face[one]).join(t.and), people },
    tone: answers[0] ?? 'fair',
  }))
}

/** What may be said of mistakes: on paper to hand on neither those who made it nor the others are few. */
export function shownOften(often: SessionReport['often'], handOn: boolean): SessionReport['often'] {
  if (!handOn) return often
  return often.filter(
    ({ people, of }) => people >= smallestGroup && (of === people || of - people >= smallestGroup),
  )
}
