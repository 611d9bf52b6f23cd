import type { Course } from '../../domain/course/course.ts'
import type { Problem } from '../../domain/course/problem.ts'
import { lineOf } from '../../domain/course/yaml.ts'
import type { Drill } from '../../domain/simulation/drill.ts'
import { drillFaults, drillsFaults, drillRemarks } from '../../domain/simulation/drill-prove.ts'
import type { Content } from '../ports.ts'
import { drillFile, drillFolder, type DrillShelf } from './drill-shelf.ts'

export interface DrillCount {
  readonly messages: number
  readonly genuine: number
  readonly schemes: number
}

interface DrillReport extends DrillCount {
  readonly errors: readonly Problem[]
  readonly remarks: readonly Problem[]
}

interface Parts {
  readonly content: Content
  readonly shelf: DrillShelf
  /** Whether the check was asked for this file. */
  readonly asked: (file: string) => boolean
}

/** Checks a course's drills: each file, and the mixture of all. */
export async function checkDrills(
  { content, shelf, asked }: Parts,
  id: string,
  course: Course | undefined,
): Promise<DrillReport> {
  const drills = await shelf.of(id)
  const wanted = drills.filter((drill) => asked(drillFile(id, drill.id)))
  const errors = (await shelf.problems(id)).filter(({ file }) => asked(file))
  const remarks: Problem[] = []
  for (const drill of wanted) {
    const place = await placesIn(content, id, drill)
    errors.push(...drillFaults(drill, course).map(place))
    remarks.push(...drillRemarks(drill).map(place))
  }
  const file = drillFolder(id)
  // a folder that is asked for as a whole is judged as a whole
  if (asked(file)) {
    errors.push(...drillsFaults(drills).map((problem) => ({ file, line: 1, problem })))
  }
  const messages = wanted.flatMap((drill) => drill.messages)
  const genuine = messages.filter((message) => message.genuine).length
  return { errors, remarks, messages: messages.length, genuine, schemes: wanted.length }
}

async function placesIn(content: Content, course: string, drill: Drill) {
  const file = drillFile(course, drill.id)
  const text = (await content.text(file)) ?? ''
  return ({ path, problem }: { path: readonly (string | number)[]; problem: string }): Problem => {
    return { file, line: lineOf({ file, line: 1, text }, path), problem }
  }
}
