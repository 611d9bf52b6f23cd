import { setMaxListeners } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBank, type Bank } from '../../desktop/domain/assessment/bank.ts'
import { readProgramme } from '../../desktop/domain/assessment/programme.ts'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { outcomeOf } from '../../desktop/domain/notebook/stat/model/outcome.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { Banks } from '../../desktop/services/assessment/banks.ts'
import { Programmes } from '../../desktop/services/assessment/programmes.ts'
import { createRecords } from '../../desktop/services/assessment/records.ts'
import { Rubrics } from '../../desktop/services/assessment/rubrics.ts'
import { trainingView } from '../../desktop/services/assessment/training-view.ts'
import { numberOf } from '../../desktop/services/disclosure/cells.ts'
import { NotebookGuard } from '../../desktop/services/disclosure/notebook-guard.ts'
import type { Remembered, ReleaseMemory } from '../../desktop/services/disclosure/memory.ts'
import { Releases } from '../../desktop/services/disclosure/releases.ts'
import { Library } from '../../desktop/services/learning/library.ts'
import type { Session } from '../../desktop/services/workbench/session.ts'
import { Sessions } from '../../desktop/services/workbench/sessions.ts'
import { simulatedBank } from '../simulated-banks.ts'
import { cohortEvents } from '../simulated-cohort.ts'
import { type Opened } from './import-support.ts'
import { call } from './learning-support.ts'

setMaxListeners(0)
export const project = new URL('../..', import.meta.url).pathname
export const programmeFile = 'courses/programmes/cadre-data.yaml'
export const training = 'the-training'

/** A journal with a class of so many learners, simulated; and the records on a real gate. */
export async function openTraining(opened: Opened, learners: number, tell = true) {
  const place = await mkdtemp(join(tmpdir(), 'zhizhi-training-'))
  const clock = { now: () => new Date('2026-11-24T09:00:00+08:00') }
  const projections = [classroomProjection, assessmentProjection, progressProjection]
  const workspace = await openWorkspace(place, { projections, clock })
  const { journal } = workspace
  const reading = readProgramme(programmeFile, await readFile(join(project, programmeFile), 'utf8'))
  if (!reading.ok) throw new Error('programme')
  const programme = reading.value
  const texts = new Map(
    programme.courses.map((part) => [
      `courses/${part.course}/bank.md`,
      simulatedBank(part, [...part.core, 'other']),
    ]),
  )
  const shipped = createContent(project, join(place, 'tmp/data'))
  const content = {
    ...shipped,
    list: (folder: string) => shipped.list(folder),
    text: (path: string) => Promise.resolve(texts.get(path) ?? shipped.text(path)),
  }
  const library = new Library(content)
  const programmes = new Programmes(content, new Banks(content))
  const banks = new Map<string, Bank>()
  for (const { course } of programme.courses) {
    const file = `courses/${course}/bank.md`
    const bank = readBank(file, texts.get(file) ?? '')
    if (!bank.ok) throw new Error(JSON.stringify(bank.problems))
    banks.set(course, bank.value)
  }
  const people = Array.from({ length: learners }, (_, at) => `person-${at}`)
  await journal.append({ type: 'class.made', data: { class: 'c', title: '一班' } })
  await journal.append({ type: 'class.enrolled', data: { class: 'c', people } })
  const cohort = { training, class: 'c', people, programme, banks, criteria: ['question'], seed: 5 }
  const events = cohortEvents(cohort)
  for (const { type, by, data } of tell ? events : events.slice(0, 1)) {
    await journal.append({ type, data, ...(by !== '' && { by }) })
  }
  const { gate } = opened.now()
  const rubrics = new Rubrics({ content, programmes })
  const files = workspace.notebooks
  const parts = { journal, library, programmes, rubrics, content, files, clock }
  const records = createRecords({ ...parts, make: (made, signal) => gate.make(made, signal) })
  return {
    ...{ place, workspace, parts, people },
    make: async () => records['training.records']({ training }, call),
    async close() {
      await workspace.close()
      await rm(place, { recursive: true, force: true })
    },
  }
}

/** The finals as the organiser's page has them. */
export async function viewOf(parts: Awaited<ReturnType<typeof openTraining>>['parts']) {
  const { trainings } = parts.journal.state(assessmentProjection)
  const view = { ...parts, people: { list: () => [] } }
  return (await trainingView(view, training, trainings[training]!)).finals
}

export function sessionsOn(opened: Opened) {
  const { engine, catalogue, attaching } = opened.now()
  const clock = { now: () => new Date() }
  const models = {
    fit: (...[spec, rows]: Parameters<typeof outcomeOf>) => Promise.resolve(outcomeOf(spec, rows)),
  }
  return new Sessions({ engine, catalogue, attaching, clock, models })
}

export type Row = Readonly<Record<string, string | number | boolean | null>>

/** What leaves for another office of the government. */
export function guardOn(opened: Opened): NotebookGuard {
  const { engine, catalogue } = opened.now()
  const known: Remembered[] = []
  const memory: ReleaseMemory = {
    earlier: (base) => known.filter((one) => one.base === base),
    remember: (tables) => Promise.resolve(void known.push(...tables)),
  }
  const releases = new Releases({
    ...{ engine, catalogue, memory, roundingKey: () => Promise.resolve('a key') },
  })
  const terms = { recipient: 'government', method: 'suppress' } as const
  return new NotebookGuard({ releases, catalogue, terms })
}

export async function tableOf(opened: Opened, session: Session, cell: string): Promise<Row[]> {
  const { schema, name } = session.relation(cell)
  const rows: Row[] = []
  const sql = `FROM "${schema}"."${name}"`
  const stream = opened.now().engine.stream('query', { schema: 'main', sql, parameters: {} })
  for await (const { bytes } of stream) {
    const table = readResult(bytes)
    for (let row = 0; row < table.rows; row += 1) {
      const cells = table.columns.map((column) => {
        const value = column.at(row)
        return [
          column.name,
          typeof value === 'string' || typeof value === 'boolean' ? value : numberOf(value),
        ]
      })
      rows.push(Object.fromEntries(cells) as Row)
    }
  }
  return rows
}
