import { drawing } from '../draw.ts'
import type { GoldText } from '../gold.ts'
import { type Grammar, writeText } from '../grammar.ts'
import { chatter } from '../one/chatter.ts'
import { marked } from '../marked.ts'
import { fullName, type GivenNames } from '../surnames.ts'
import { freeOfficial } from './free-official.ts'
import { freeTalk } from './free-talk.ts'
import { keptNames, seenNames } from './names.ts'
import { official, officialClean, officialWords } from './official.ts'
import { places } from './places.ts'
import { talk, talkClean } from './talk.ts'

/** Texts of the third set; each sort of text is wholly in one part. */
interface ThirdSet {
  readonly formal: readonly GoldText[]
  readonly chatty: readonly GoldText[]
}

/** `seen` is what the finder is improved with; `kept`, a third, was not looked at while it was. */
export type Part = 'seen' | 'kept'

const TEXTS_OF_A_TEMPLATE = 10
const TEXTS_OF_A_CLEAN_ONE = 6

/** The third set: the same texts in every run. */
export function thirdSet(part: Part): ThirdSet {
  const names = part === 'seen' ? seenNames : keptNames
  const grammar: Grammar = { ...places, ...officialWords, ...namesOf(names) }
  const written = (templates: readonly string[], times: number, mark: string) =>
    ofPart(templates, part).flatMap((template) =>
      Array.from({ length: times }, (_, at) => {
        const draw = drawing(`third ${mark} ${template} ${at}`)
        return { gold: writeText(template, grammar, draw), draw }
      }),
    )
  const papers = [
    ...written(official, TEXTS_OF_A_TEMPLATE, 'formal'),
    ...written(officialClean, TEXTS_OF_A_CLEAN_ONE, 'formal'),
  ]
  const said = [
    ...written(talk, TEXTS_OF_A_TEMPLATE, 'chatty'),
    ...written(talkClean, TEXTS_OF_A_CLEAN_ONE, 'chatty'),
  ]
  return {
    formal: [...papers.map(({ gold }) => gold), ...ofPart(freeOfficial, part).map(marked)],
    chatty: [
      ...said.map(({ gold, draw }) => chatter(gold, draw)),
      ...ofPart(freeTalk, part).map(marked),
    ],
  }
}

const ofPart = <Item>(items: readonly Item[], part: Part): Item[] =>
  items.filter((_, at) => (at % 3 === 2) === (part === 'kept'))

const namesOf = (names: GivenNames): Grammar => ({ name: (draw) => fullName(draw, names) })
