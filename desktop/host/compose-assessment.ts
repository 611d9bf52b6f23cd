import { randomInt } from 'node:crypto'
import { createCapstones } from '../services/assessment/capstone-handlers.ts'
import { createAssessment } from '../services/assessment/handlers.ts'
import { createRecords } from '../services/assessment/records.ts'
import { Rubrics } from '../services/assessment/rubrics.ts'
import { createTrainings } from '../services/assessment/trainings.ts'
import type { Gate } from '../services/gate/gate.ts'
import type { LearningService } from '../services/learning.ts'
import type { Datasets } from '../services/learning/sources.ts'
import type { Clock, Content, Journal, KeptTextFiles, People } from '../services/ports.ts'

interface Parts {
  readonly journal: Journal
  readonly learning: LearningService
  readonly datasets: Datasets
  readonly content: Content
  /** Notebooks, of which one is a capstone. */
  readonly notebooks: KeptTextFiles
  readonly gate: Gate
  readonly clock: Clock
  readonly people: People
}

/** Programmes, their tests and capstones, and the classes that take them up. */
export function composeAssessment({ learning, datasets, notebooks, gate, ...parts }: Parts) {
  const { journal, content } = parts
  const { library, exercises, programmes, sittings } = learning
  const newSeed = () => randomInt(2 ** 32)
  const rubrics = new Rubrics({ content, programmes })
  return {
    ...createAssessment({
      ...{ journal, library, datasets, programmes, exercises, newSeed },
      lessons: sittings,
    }),
    ...createRecords({
      ...{ ...parts, library, programmes, rubrics, files: notebooks },
      make: (made, signal) => gate.make(made, signal),
    }),
    ...createCapstones({ journal, files: notebooks, rubrics }),
    ...createTrainings({ ...parts, programmes, library, rubrics, newSeed }),
  }
}
