import type { OftenView } from '../../contract/session-report.ts'
import type { OftenWrong } from '../../domain/classroom/often-wrong.ts'
import type { Titles } from '../../domain/course/titles.ts'
import type { Exercise } from '../../domain/course/exercise.ts'
import type { Library } from '../learning/library.ts'
import { exercisesIn, shortAsk } from './lesson-facts.ts'

type Said = OftenView['say'][number]

/** What a key of the work names, in words; the key itself where it is gone from the content. */
export async function titleOf(
  library: Library,
  { kind, key }: Pick<OftenWrong, 'kind' | 'key'>,
): Promise<Titles> {
  if (kind === 'exercise') {
    const ask = shortAsk((await exerciseOf(library, key))?.ask ?? key)
    return { zh: ask, en: ask }
  }
  const [course = '', scenario = ''] = key.split('/')
  const reading = await library.readScenario(course, scenario)
  return reading?.ok ? reading.value.title : { zh: scenario, en: scenario }
}

/** What several got wrong, with its words: of a mistake what it teaches, of an exercise why. */
export async function oftenView(library: Library, often: OftenWrong): Promise<OftenView> {
  const [course = '', scenario = ''] = often.key.split('/')
  const title = await titleOf(library, often)
  if (often.mistake === null) {
    return { ...often, title, say: whyWrong(await exerciseOf(library, often.key)) }
  }
  const reading = await library.readScenario(course, scenario)
  const teach = reading?.ok ? reading.value.mistakes[often.mistake]?.teach : undefined
  return { ...often, title, say: teach === undefined ? [] : [{ chosen: null, because: teach }] }
}

async function exerciseOf(library: Library, key: string): Promise<Exercise | undefined> {
  const [, course = '', lesson = '', id] = /^([^/]+)\/([^#]+)#(.+)$/.exec(key) ?? []
  return (await exercisesIn(library, course, lesson)).find((exercise) => exercise.id === id)
}

/** The journal does not keep which option was chosen: each wrong one is explained. */
function whyWrong(exercise: Exercise | undefined): Said[] {
  if (exercise?.kind === 'choice') {
    return exercise.options
      .filter(({ right }) => !right)
      .map(({ text, because }) => ({ chosen: text, because }))
  }
  const because = exercise?.done ?? exercise?.hints[0]
  return because === undefined ? [] : [{ chosen: null, because }]
}
