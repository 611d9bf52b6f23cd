import type { ExerciseView } from '../course/exercise.ts'
import { demonstration } from '../simulation/demonstration.ts'
import type { Scenario } from '../simulation/scenario.ts'
import type { SolutionPiece } from './solution.ts'
import { exerciseShows } from './stage-exercise.ts'
import { codeLines, type Line, linesOf, sectionsOf } from './stage-lines.ts'
import { largeRoom, pagesOf } from './stage-pages.ts'

/** A block of a lesson as its learners' view has it. */
export type StageBlock =
  | { readonly kind: 'prose' | 'card' | 'speaker' | 'volunteer' | 'handout'; readonly text: string }
  | { readonly kind: 'sql-demo'; readonly sql: string }
  | { readonly kind: 'scenario'; readonly scenario: string }
  | { readonly kind: 'drill'; readonly schemes: readonly string[] }
  | ExerciseView

/** What the projector shows. */
export type StageShow =
  | { readonly kind: 'title' }
  | {
      readonly kind: 'idea' | 'query' | 'card'
      readonly heading?: string
      readonly lines: readonly Line[]
      /** The phone that it leads to, shown beside it. */
      readonly scenario?: string
    }
  /** A step of a scenario's demonstration, from 0. */
  | { readonly kind: 'phone'; readonly scenario: string; readonly at: number; readonly of: number }
  /** Everybody for himself: a scenario, or a round of fraud drills. */
  | { readonly kind: 'practice'; readonly scenario: string | undefined }
  | { readonly kind: 'question'; readonly lines: readonly Line[] }
  | { readonly kind: 'answer'; readonly ask: string; readonly pieces: readonly SolutionPiece[] }
  | { readonly kind: 'end' }

/** What of a lesson is shown but does not stand in it. */
export interface Shelf {
  readonly scenarios: ReadonlyMap<string, Scenario>
  /** Answers by the exercise's id. */
  readonly solutions: ReadonlyMap<string, readonly SolutionPiece[]>
}

/** The pages that a block makes, one after the other. */
export function showsOf(block: StageBlock, { scenarios, solutions }: Shelf): StageShow[] {
  switch (block.kind) {
    case 'prose':
      return ideas(block.text)
    case 'sql-demo':
      return pagesOf(codeLines(block.sql), largeRoom).map((lines) => ({ kind: 'query', lines }))
    case 'scenario':
      return phoneShows(scenarios.get(block.scenario))
    case 'drill':
      return [{ kind: 'practice', scenario: undefined }]
    case 'card':
      return pagesOf(linesOf(block.text)).map((lines) => ({ kind: 'card', lines }))
    case 'speaker':
    case 'volunteer':
    case 'handout':
      return []
    default:
      return exerciseShows(block, solutions.get(block.id) ?? [])
  }
}

function ideas(text: string): StageShow[] {
  return sectionsOf(text).flatMap(({ heading, lines }) => {
    const headed = heading === undefined ? {} : { heading }
    // a heading alone leads into what follows it
    const pages = lines.length === 0 ? [[]] : pagesOf(lines)
    return pages.map((page): StageShow => ({ kind: 'idea', ...headed, lines: page }))
  })
}

function phoneShows(scenario: Scenario | undefined): StageShow[] {
  if (!scenario) return []
  const { id } = scenario
  const of = demonstration(scenario).length
  const demo = Array.from({ length: of }, (_, at): StageShow => {
    return { kind: 'phone', scenario: id, at, of }
  })
  return [...demo, { kind: 'practice', scenario: id }]
}
