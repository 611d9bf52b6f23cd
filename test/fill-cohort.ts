import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBank, type Bank } from '../desktop/domain/assessment/bank.ts'
import { readProgramme } from '../desktop/domain/assessment/programme.ts'
import { assessmentProjection } from '../desktop/domain/assessment/projection.ts'
import { classroomProjection } from '../desktop/domain/classroom/projection.ts'
import { msPerDay } from '../desktop/domain/sharing/day.ts'
import { compose } from '../desktop/host/compose.ts'
import { createContent } from '../desktop/host/content.ts'
import { forkSpawner } from '../desktop/host/spawn-fork.ts'
import { openWorkspace } from '../desktop/journal/workspace.ts'
import { Rubrics } from '../desktop/services/assessment/rubrics.ts'
import { createClassroom } from '../desktop/services/classroom/classroom.ts'
import { Library } from '../desktop/services/learning/library.ts'
import { arrivalsProjection, createPeople } from '../desktop/services/people.ts'
import { createSettings, settingsProjection } from '../desktop/services/settings.ts'
import { cohortEvents } from './simulated-cohort.ts'
import { simulatedBank } from './simulated-banks.ts'

export interface Filling {
  /** An installation's folder; courses without a bank get a plain one there. */
  readonly root: string
  readonly workspace: string
  readonly learners: number
  readonly seed: number
  /** So many days ago all of it happened. */
  readonly daysAgo: number
}

const call = {
  ...{ signal: new AbortController().signal, context: undefined },
  ...{ emit: () => Promise.resolve(), progress: () => undefined },
}
const surnames = '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗'.split(' ')
const given = ['秀兰', '建国', '桂芳', '志强', '玉梅', '海燕', '德胜', '春花', '长海', '小明']

/** Fills a workspace with a class of learners of known ability on their way through a programme. */
export async function fillCohort({ root, workspace: place, learners, seed, daysAgo }: Filling) {
  const content = createContent(root, join(place, 'tmp/data'))
  const text = (await content.text('courses/programmes/cadre-data.yaml')) ?? ''
  const reading = readProgramme('cadre-data.yaml', text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  const programme = reading.value
  const banks = new Map<string, Bank>()
  for (const part of programme.courses) banks.set(part.course, await bankOf(root, part))
  const projections = [
    ...[classroomProjection, assessmentProjection, arrivalsProjection, settingsProjection],
  ]
  const clock = { now: () => new Date(Date.now() - daysAgo * msPerDay) }
  const opened = await openWorkspace(place, { projections, clock })
  const { journal, people } = opened
  const settings = createSettings(journal, () => undefined)
  const known = createPeople(people, journal, settings, () => undefined)
  const room = createClassroom({ journal, people, learners: known, clock })
  const { id } = await room['class.make']({ title: '街道干部一班' }, call)
  const added = Array.from({ length: learners }, (_, at) => ({
    name: `${surnames[at % surnames.length] ?? '王'}${given[(at * 7) % given.length] ?? '秀兰'}`,
    picture: 'plum',
  }))
  const made = await room['class.enrol']({ class: id, known: [], added }, call)
  const rubrics = new Rubrics({ content, programmes: { list: () => Promise.resolve([programme]) } })
  const rubric = (await rubrics.list())[0]?.rubric
  const training = `simulated-${seed}`
  const cohort = {
    ...{ training, class: id, people: made.people.map((one) => one.id), programme, banks, seed },
    criteria: rubric?.criteria.map((one) => one.id) ?? ['question', 'data'],
  }
  const events = cohortEvents(cohort)
  for (const { type, by, data } of events) {
    await journal.append({ type, data, ...(by !== '' && { by }) })
  }
  await opened.close()
  return { training, class: id, events: events.length }

  async function bankOf(folder: string, part: (typeof programme.courses)[number]): Promise<Bank> {
    const file = join(folder, 'courses', part.course, 'bank.md')
    if (!existsSync(file)) {
      const course = (await new Library(content).courses()).find(
        (one) => one.course.id === part.course,
      )
      await writeFile(file, simulatedBank(part, Object.keys(course?.course.objectives ?? {})))
    }
    const bank = readBank(file, (await content.text(`courses/${part.course}/bank.md`)) ?? '')
    if (!bank.ok) throw new Error(JSON.stringify(bank.problems))
    return bank.value
  }
}

/** Makes the dataset and the notebook of a training, as the organiser's page does; of a built installation. */
export async function makeReport(root: string, workspace: string, training: string) {
  const app = await compose({ root, host: 'cli', workspace, spawn: forkSpawner() })
  try {
    return await app.handlers['training.records']({ training }, call)
  } finally {
    await app.close()
  }
}
