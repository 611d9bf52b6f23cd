import type { FinalEnd } from './kinds.ts'

/** What came of a learner's finals, in the words of the page, the report and the files alike. */
export const finalWords: Readonly<Record<FinalEnd | 'elsewhere', string>> = {
  first: '第一次就过',
  later: '再考以后过',
  'not-yet': '还没过',
  elsewhere: '以前在别处过了',
}
