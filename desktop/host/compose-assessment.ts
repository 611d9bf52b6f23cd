import { randomInt } from 'node:crypto'
import { createCapstones } from '../services/assessment/capstone-handlers.ts'
import { createAssessment } from '../services/assessment/handlers.ts'
import { Rubrics } from '../services/assessment/rubrics.ts'
import type { LearningService } from '../services/learning.ts'
import type { Datasets } from '../services/learning/sources.ts'
import type { Content, Journal, KeptTextFiles } from '../services/ports.ts'

interface Parts {
  readonly journal: Journal
  readonly learning: LearningService
  readonly datasets: Datasets
  readonly content: Content
  /** Notebooks, of which one is a capstone. */
  readonly notebooks: KeptTextFiles
}

/** Programmes, their tests and capstones. */
export function composeAssessment({ journal, learning, datasets, content, notebooks }: Parts) {
  const { library, exercises, programmes, sittings } = learning
  const newSeed = () => randomInt(2 ** 32)
  const rubrics = new Rubrics({ content, programmes })
  return {
    ...createAssessment({
      ...{ journal, library, datasets, programmes, exercises, newSeed },
      lessons: sittings,
    }),
    ...createCapstones({ journal, files: notebooks, rubrics }),
  }
}
