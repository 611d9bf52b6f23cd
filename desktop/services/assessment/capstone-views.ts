import type { Rater, RatingView, WorkView } from '../../contract/capstone.ts'
import { capstonePassed, meetsPass } from '../../domain/assessment/capstone.ts'
import { apart } from '../../domain/assessment/rater-agreement.ts'
import type { RatingRecord } from '../../domain/assessment/record.ts'
import { judged, type Rubric } from '../../domain/assessment/rubric.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import type { KeptTextFiles } from '../ports.ts'
import { isBy, type Work } from './capstones.ts'

type Files = Pick<KeptTextFiles, 'read' | 'readVersion'>

/** The notebook's text as it was handed in; null where nothing of it is left. */
export async function judgedText(
  files: Files,
  { notebook, version }: Pick<Work, 'notebook' | 'version'>,
): Promise<string | null> {
  const present = await files.read(notebook).catch(() => undefined)
  if (present?.version === version) return present.text
  return (await files.readVersion(notebook, version))?.text ?? null
}

/** A work as one rater may see it: the others' levels only after he has given his own. */
export async function workView(
  files: Files,
  rubric: Rubric,
  work: Work,
  rater: Rater,
): Promise<WorkView> {
  const { id, programme, learner: author, at, notebook, withdrawn, peers, ratings } = work
  const own = ratings.find((rating) => isBy(rater, rating))
  const others = ratings.filter((rating) => rating !== own)
  const seen = own === undefined ? [] : others
  const present = await files.read(notebook).catch(() => undefined)
  const text = await judgedText(files, work)
  const decided = ratings.some(({ role }) => role === 'facilitator')
  return {
    ...{ work: id, programme, author, at, notebook, withdrawn, peers: [...peers] },
    title: titleOf(notebook, text),
    brief: !present ? 'gone' : present.version === work.version ? 'same' : 'changed',
    own: own ? ratingView(rubric, own) : null,
    others: seen.map((rating) => ratingView(rubric, rating)),
    judgedBy: others.length,
    apart: own ? apart(rubric, ratings) : [],
    passed: own && decided ? capstonePassed(work, rubric) : null,
  }
}

export const titleOf = (notebook: string, text: string | null): string =>
  (text === null ? '' : parseNotebook(text).head.title) || notebook

function ratingView(rubric: Rubric, { role, rater, levels, first }: RatingRecord): RatingView {
  const { ignored, ...held } = judged(rubric, levels)
  const { complete, total } = held
  return {
    ...{ role, rater, complete, total, ignored: [...ignored] },
    levels: { ...held.levels },
    changed: first !== undefined,
    passes: meetsPass(rubric, levels),
  }
}
