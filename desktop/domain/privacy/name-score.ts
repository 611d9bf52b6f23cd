import { lexicon } from './words/lexicon.ts'
import {
  bodiesAfter,
  rolesBefore,
  smallBefore,
  titlesAfter,
  verbsAfter,
} from './words/name-context.ts'
import { isHan } from './words/sign-class.ts'
import { isWord } from './words/word-book.ts'

const titles = lexicon(titlesAfter)
const verbs = lexicon(verbsAfter)
const roles = lexicon(rolesBefore)
const small = lexicon(smallBefore)
const bodies = lexicon(bodiesAfter)

/** Signs between a role and the name. */
const between = /[:： 是为叫“"(（、]/

const isLabelSign = (sign: string | undefined) => sign === '［' || sign === '］'

/** What stands before a name says for it, from −6 to 4. */
export function leftEvidence(text: string, start: number): number {
  const sign = text[start - 1]
  if (sign === undefined) return 1
  if (isLabelSign(sign)) return -6
  if (roles.before(text, start) > 1 || /[叫找]/.test(sign)) return 4
  if (between.test(sign) && roles.before(text, start - 1) > 1) return 4
  if (!isHan(sign.charCodeAt(0))) return 1
  if (isWord(text.slice(start - 1, start + 1))) return -5
  return small.before(text, start) > 0 ? 1 : 0
}

const number = /[^\u4e00-\u9fff\d]{0,3}\d{7}/y

/** What stands after a name says for it, from −6 to 4. */
export function rightEvidence(text: string, end: number): number {
  const sign = text[end]
  if (sign === undefined) return 1
  if (isLabelSign(sign)) return -6
  number.lastIndex = end
  if (number.test(text)) return 4
  if (!isHan(sign.charCodeAt(0))) return 1
  if (isWord(text.slice(end - 1, end + 1))) return crossing(text, end)
  const title = titles.after(text, end)
  const body = bodies.after(text, end)
  if (title > 1 && title >= body) return 4
  if (body > 0) return -6
  const verb = verbs.after(text, end)
  if (verb > 1) return 3
  if (verb === 1) return 2
  return isWord(text.slice(end, end + 2)) ? 1 : 0
}

/** A word over the end; 明的 and the like are two. */
function crossing(text: string, end: number): number {
  return verbs.after(text, end) > 1 || titles.after(text, end) > 1 ? 2 : -5
}

/** What ordinary words say against a name. */
export function wordEvidence(name: string): number {
  if (isWord(name)) return -4
  return name.length > 2 && isWord(name.slice(0, 2)) ? -4 : 0
}
