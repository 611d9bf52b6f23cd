import type { BoardView } from '../../contract/session-report.ts'
import { oftenWrong } from '../../domain/classroom/often-wrong.ts'
import { lastAt } from '../../domain/classroom/presence.ts'
import { cameTo } from '../../domain/classroom/report.ts'
import type { Classroom } from '../../domain/classroom/record.ts'
import type { Library } from '../learning/library.ts'
import type { Person } from '../ports.ts'
import { oftenView, titleOf } from './key-words.ts'
import { lessonOf } from './lesson-facts.ts'
import { sessionHead } from './session-head.ts'
import { classOf, sessionOf } from './views.ts'

/** So many of what all get wrong are worth a word in class. */
const mostOften = 6

/** Where everybody is who came, and what several get wrong. */
export async function boardView(
  library: Library,
  room: Classroom,
  id: string,
  everyone: readonly Person[],
): Promise<BoardView> {
  const session = sessionOf(room, id)
  const { people: enrolled } = classOf(room, session.class)
  const there = new Set([...cameTo(session), ...Object.keys(session.work)])
  const inOrder = [...enrolled, ...[...there].filter((one) => !enrolled.includes(one))]
  const people = inOrder.flatMap((one) => {
    const person = everyone.find((known) => known.id === one)
    if (!person || !there.has(one)) return []
    const { name, picture } = person
    return [{ id: one, name, picture, online: null, at: lastAt(session.work[one]) }]
  })
  const keys = new Map(people.flatMap(({ at }) => (at ? [[at.key, at] as const] : [])))
  const titles = [...keys].map(async ([key, at]) => [key, await titleOf(library, at)] as const)
  const often = oftenWrong(session, [...there]).slice(0, mostOften)
  const lesson = await lessonOf(library, session.course, session.lesson)
  return {
    head: sessionHead(room, id, lesson),
    enrolled: enrolled.length,
    people,
    titles: Object.fromEntries(await Promise.all(titles)),
    often: await Promise.all(often.map((one) => oftenView(library, one))),
  }
}
