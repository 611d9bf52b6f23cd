import { randomInt } from 'node:crypto'
import { createAssessment } from '../services/assessment/handlers.ts'
import type { LearningService } from '../services/learning.ts'
import type { Datasets } from '../services/learning/sources.ts'
import type { Journal } from '../services/ports.ts'

interface Parts {
  readonly journal: Journal
  readonly learning: LearningService
  readonly datasets: Datasets
}

/** Programmes and their tests. */
export function composeAssessment({ journal, learning, datasets }: Parts) {
  const { library, exercises, programmes, sittings } = learning
  const newSeed = () => randomInt(2 ** 32)
  return createAssessment({
    ...{ journal, library, datasets, programmes, exercises, newSeed },
    lessons: sittings,
  })
}
