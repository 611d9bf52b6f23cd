import type { GoldSet } from '../gold.ts'
import { marked } from '../marked.ts'
import { clerks, clerksClean } from './clerks.ts'
import { residents, residentsClean } from './talk.ts'

/** The fourth set: sentences written by hand, none of them by a template; nobody improves the finder with it. */
export function fourthSet(): GoldSet {
  return {
    formal: [...clerks, ...clerksClean].map(marked),
    chatty: [...residents, ...residentsClean].map(marked),
    tables: [],
  }
}
