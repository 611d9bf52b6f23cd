import type { FigurePlace, ReadChartExercise } from './exercise.ts'

export interface FigureFinding {
  readonly at: FigurePlace
  /** `found` and `missed` places mislead, `false` and `fine` ones do not. */
  readonly outcome: 'found' | 'missed' | 'false' | 'fine'
  readonly say: string
}

export interface FigureJudgement {
  readonly correct: boolean
  readonly found: number
  readonly of: number
  readonly falseAlarms: number
  /** In the order of the exercise's parts. */
  readonly findings: readonly FigureFinding[]
}

/** Judges what was pointed at. Nothing picked is the claim that nothing misleads. */
export function judgeFigure(
  { parts }: Pick<ReadChartExercise, 'parts'>,
  picked: readonly string[],
): FigureJudgement {
  const findings = parts.map(({ at, misleading, because }): FigureFinding => {
    const chosen = picked.includes(at)
    const outcome = misleading ? (chosen ? 'found' : 'missed') : chosen ? 'false' : 'fine'
    return { at, outcome, say: because }
  })
  const count = (outcome: FigureFinding['outcome']) =>
    findings.filter((finding) => finding.outcome === outcome).length
  const [found, missed, falseAlarms] = [count('found'), count('missed'), count('false')]
  return {
    correct: missed === 0 && falseAlarms === 0,
    found,
    of: found + missed,
    falseAlarms,
    findings,
  }
}
