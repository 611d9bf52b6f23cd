import { type Stage, stageOf } from '../../../../domain/classroom/stage.ts'
import type { Scenario } from '../../../../domain/simulation/scenario.ts'
import type { AppClient } from '../../../rpc/connection.ts'

export interface OpenStage extends Stage {
  readonly scenarios: ReadonlyMap<string, Scenario>
}

/** The lesson with all that its pages show. */
export async function readStage(
  client: AppClient,
  place: { readonly course: string; readonly lesson: string },
  signal: AbortSignal,
): Promise<OpenStage> {
  const { course } = place
  const [lesson, solutions] = await Promise.all([
    client.call('course.lesson', place, { signal }),
    client.call('lesson.solutions', place, { signal }),
  ])
  const ids = lesson.blocks.flatMap((block) => (block.kind === 'scenario' ? [block.scenario] : []))
  const read = await Promise.allSettled(
    ids.map((scenario) => client.call('course.scenario', { course, scenario }, { signal })),
  )
  // one that cannot be read has no pages; its own page says what is wrong with it
  const scenarios = new Map(
    read.flatMap((each) => (each.status === 'fulfilled' ? [[each.value.id, each.value]] : [])),
  )
  const answers = new Map(solutions.map(({ exercise, pieces }) => [exercise, pieces]))
  return { ...stageOf(lesson, { scenarios, solutions: answers }), scenarios }
}
