import { ZhizhiError } from '../../contract/errors.ts'
import type { trainingRecordsProcedures } from '../../contract/training-records.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import { inOrder } from '../../domain/assessment/record.ts'
import { trainingColumns } from '../../domain/assessment/training/columns.ts'
import {
  trainingDataset,
  trainingPackage,
  trainingSource,
} from '../../domain/assessment/training/package.ts'
import { reportNotebook } from '../../domain/assessment/training/report-notebook.ts'
import { trainingRows } from '../../domain/assessment/training/rows.ts'
import type { OwnMade } from '../gate/making.ts'
import type { Clock, Content, KeptTextFiles } from '../ports.ts'
import { sha256 } from '../workbench/digest.ts'
import { trainingFacts, type FactsParts } from './training-facts.ts'

interface Parts extends FactsParts {
  readonly content: Pick<Content, 'text'>
  readonly files: Pick<KeptTextFiles, 'read' | 'write'>
  readonly clock: Clock
  /** Puts a dataset into the catalogue, in place of what was made before. */
  readonly make: (made: OwnMade, signal: AbortSignal) => Promise<void>
}

/** Where the report is kept from which each training's is made. */
export const reportTemplate = 'courses/programmes/training-report.md'

/** The records of trainings as a dataset, and the report on a cohort as a notebook. */
export function createRecords(parts: Parts): Handlers<typeof trainingRecordsProcedures, undefined> {
  return {
    async 'training.records'({ training }, { signal }) {
      const { trainings } = parts.journal.state(assessmentProjection)
      const number = trainings[training]?.nth
      if (number === undefined) throw new ZhizhiError('not_found', { what: `培训 ${training}` })
      const rows = await makeDataset(parts, signal)
      const begun = inOrder(trainings).map(({ begunAt }) => begunAt)
      const notebook = await makeNotebook(parts, number, begun)
      return { notebook, dataset: trainingDataset, rows }
    },
  }
}

async function makeDataset(parts: Parts, signal: AbortSignal): Promise<number> {
  const trainings = await trainingFacts(parts)
  const { csv, rows } = trainingRows(trainings)
  const source = { bytes: Math.max(1, csv.length), sha256: await sha256(csv) }
  const made = { ...{ trainings: trainings.length, rows, source }, now: parts.clock.now() }
  const describe: OwnMade['describe'] = (parquet) => trainingPackage({ ...made, parquet })
  const own = { id: trainingDataset, source: trainingSource, csv, describe }
  await parts.make({ ...own, columns: trainingColumns }, signal)
  return rows
}

/** One notebook for each training, so that what an organiser writes into it stays. */
async function makeNotebook(
  { content, files }: Parts,
  number: number,
  begun: readonly string[],
): Promise<string> {
  const id = `training-report-${number}`
  if (await files.read(id)) return id
  const template = await content.text(reportTemplate)
  if (template === undefined) throw new ZhizhiError('not_found', { what: reportTemplate })
  await files.write(id, reportNotebook(template, number, begun), undefined)
  return id
}
