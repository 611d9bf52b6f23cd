import type { ItemRef } from '../../domain/assessment/events.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import type { ItemTold } from '../../domain/assessment/xapi-item.ts'
import { objectiveTitle } from '../../domain/course/outline.ts'
import type { Library } from '../learning/library.ts'
import type { Programmes } from './programmes.ts'

interface Parts {
  readonly programmes: Pick<Programmes, 'banksOf'>
  readonly library: Pick<Library, 'courses'>
}

/** What banks and courses say of the items of these programmes. */
export async function itemsTold(
  { programmes, library }: Parts,
  all: readonly Programme[],
): Promise<(ref: ItemRef) => ItemTold | undefined> {
  const entries = await library.courses()
  const courses = new Map(entries.map(({ course }) => [course.id, course]))
  const banks = new Map(
    (await Promise.all(all.map((one) => programmes.banksOf(one)))).flatMap((some) => [...some]),
  )
  return ({ course: id, item: name }) => {
    const item = banks.get(id)?.items.find((one) => one.id === name)
    if (!item) return undefined
    const course = courses.get(id)
    const { exercise, objective } = item
    const unnamed = { zh: objective, en: objective }
    return { exercise, objective: course ? objectiveTitle(course, objective) : unnamed }
  }
}
