import { lexicon } from './lexicon.ts'
import { bodiesAfter, rolesBefore, titlesAfter, verbsAfter } from './name-context.ts'

/** What stands beside names and in what only looks like one; read once, since it is much. */
export const titles = lexicon(titlesAfter)
export const verbs = lexicon(verbsAfter)
export const roles = lexicon(rolesBefore)
export const bodies = lexicon(bodiesAfter)
