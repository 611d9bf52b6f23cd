import type { Stage, StageStep } from '../../../../domain/classroom/stage.ts'
import { textOf } from '../../../../domain/classroom/stage-lines.ts'
import { demonstration } from '../../../../domain/simulation/demonstration.ts'
import { title, zh } from '../../../app/i18n.svelte.ts'
import { t } from './messages.ts'
import type { OpenStage } from './read-stage.ts'

/** A step in a few words, for lists and for the line that says what comes next. */
export function stepWords(stage: OpenStage, step: StageStep): string {
  const { show } = step
  const named = (id: string | undefined) => {
    const scenario = id === undefined ? undefined : stage.scenarios.get(id)
    return scenario && title(scenario.title)
  }
  switch (show.kind) {
    case 'title':
      return title(stage.title)
    case 'phone':
      return `${t.demoStep(show.at + 1, show.of)}${t.colon}${sayOf(stage, show.scenario, show.at)}`
    case 'practice':
      return `${t.kinds.practice}${t.colon}${named(show.scenario) ?? t.drill}`
    case 'answer':
      return t.kinds.answer
    case 'end':
      return t.kinds.end
    default: {
      const heading = 'heading' in show ? show.heading : undefined
      const words = zh(heading ?? textOf(show.lines[0]?.runs ?? []))
      return `${t.kinds[show.kind]}${t.colon}${words}`
    }
  }
}

function sayOf({ scenarios }: OpenStage, id: string, at: number): string {
  const scenario = scenarios.get(id)
  const step = scenario && demonstration(scenario)[at]
  return zh((step && scenario.screens[step.screen]?.say) ?? '')
}

/** `3:05` */
export function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The step that the lesson stands at; the last one where it became shorter. */
export const stepAt = ({ steps }: Stage, at: number): StageStep | undefined =>
  steps[Math.min(at, steps.length - 1)]
