import type { Titles } from './titles.ts'
import { uuidOf } from './uuid.ts'

/** Statements of the Experience API 1.0.3 (ADL, part two), for other systems to read. */

/** The home of the account and of our activities: the address that the desktop app itself has. */
export const home = 'app://zhizhi'
/** Namespace of the statements' ids, a random UUID chosen once. */
const namespace = '6b0f7a52-51d4-4c0e-9b1c-8f0d2b7f6a31'

/** Of ADL's own vocabulary, what we say, and what it is called. */
const verbs = {
  initialized: '打开',
  attempted: '开始做',
  answered: '回答',
  completed: '做完',
  passed: '通过',
  failed: '没有通过',
  exited: '离开',
  mastered: '掌握',
} as const
export type Verb = keyof typeof verbs

type LanguageMap = Readonly<Record<string, string>>
type Extensions = Readonly<Record<string, string | number | boolean>>

export interface Statement {
  readonly id: string
  readonly version: '1.0.3'
  readonly actor: {
    readonly objectType: 'Agent'
    readonly account: { readonly homePage: string; readonly name: string }
    readonly name?: string
  }
  readonly verb: { readonly id: string; readonly display: LanguageMap }
  readonly object: Activity
  readonly result?: Result
  readonly context: Context
  readonly timestamp: string
}

interface Context {
  /** The attempt that several statements belong to: a UUID. */
  readonly registration?: string
  readonly platform: string
  readonly contextActivities: {
    readonly parent: readonly Activity[]
    readonly grouping?: readonly Activity[]
    readonly category: readonly Activity[]
  }
  readonly extensions?: Extensions
}

export interface Activity {
  readonly objectType: 'Activity'
  readonly id: string
  readonly definition: {
    readonly type: string
    readonly name: LanguageMap
    readonly description?: LanguageMap
  } & Partial<Interaction>
}

export type InteractionType =
  'choice' | 'fill-in' | 'long-fill-in' | 'matching' | 'numeric' | 'other' | 'sequencing'

/** A piece that an answer is made of. */
export interface Component {
  /** Without blanks; told apart within its list. */
  readonly id: string
  readonly description?: LanguageMap
}

/** What a question asks for (part two, 2.4.4.1), without which answers are right. */
export interface Interaction {
  readonly interactionType: InteractionType
  /** Of `choice` and `sequencing`. */
  readonly choices?: readonly Component[]
  /** Of `matching`, with `target`. */
  readonly source?: readonly Component[]
  readonly target?: readonly Component[]
}

export interface Result {
  readonly success?: boolean
  readonly completion?: boolean
  readonly score?: {
    readonly scaled: number
    readonly raw: number
    readonly min: number
    readonly max: number
  }
  /** Of `choice`: the ids of the options, with `[,]` between them. */
  readonly response?: string
  /** ISO 8601. */
  readonly duration?: string
  readonly extensions?: Extensions
}

/** Whose records they are: a pseudonymous id, and the name only where the learner wants it told. */
export interface Learner {
  readonly id: string
  readonly name?: string | undefined
}

export interface Fact {
  readonly verb: Verb
  readonly object: Activity
  readonly parent: Activity
  /** What else it belongs to. */
  readonly grouping?: readonly Activity[]
  readonly at: string
  readonly result?: Result
  /** Names the attempt; its UUID follows from it. */
  readonly attempt?: string
  /** Of the attempt: which of its statements it is. */
  readonly nth?: number
  readonly extensions?: Extensions
}

/** All our statements are made by the rules of this one. */
const profile: Activity = activity('profile', 'xapi/profile/1', {
  zh: '致知学习记录',
  en: 'Zhizhi learning records',
})

export function statement({ id, name }: Learner, fact: Fact): Statement {
  const { verb, object, parent, grouping = [], at, result, attempt, nth = 0, extensions } = fact
  const account = { homePage: home, name: wellFormed(id) }
  const key = [id, verb, object.id, at, ...(attempt === undefined ? [] : [attempt, nth])]
  return {
    id: uuidOf(namespace, wellFormed(key.join(' '))),
    version: '1.0.3',
    actor: { objectType: 'Agent', account, ...(name ? { name: wellFormed(name) } : {}) },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: words(verbs[verb], verb) },
    object,
    ...(result ? { result } : {}),
    context: {
      ...(attempt === undefined ? {} : { registration: registrationOf(attempt) }),
      platform: 'Zhizhi',
      contextActivities: {
        parent: [parent],
        ...(grouping.length > 0 ? { grouping } : {}),
        category: [profile],
      },
      ...(extensions ? { extensions } : {}),
    },
    timestamp: at,
  }
}

const registrationOf = (attempt: string): string =>
  uuidOf(namespace, wellFormed(`attempt ${attempt}`))

/**
 * @param path of ids that stay as they are, whatever the activity is called: the end of its IRI
 * @param more of a question: what it asks for
 */
export function activity(
  type: string,
  path: string,
  { zh, en }: Titles,
  more: Omit<Activity['definition'], 'type' | 'name'> = {},
): Activity {
  const steps = path.split('/').map((step) => encodeURIComponent(wellFormed(step)))
  const definition = {
    type: `http://adlnet.gov/expapi/activities/${type}`,
    name: words(wellFormed(zh), wellFormed(en)),
    ...more,
  }
  return { objectType: 'Activity', id: `${home}/${steps.join('/')}`, definition }
}

export function words(zh: string, en: string): LanguageMap {
  return { 'zh-CN': zh, en }
}

/** Half a pair of surrogates, which UTF-8 has no place for, is told as unreadable. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}

export function rightOf(raw: number, max: number): Result {
  return { success: raw === max, score: { scaled: raw / max, raw, min: 0, max } }
}

/** Seconds as a duration of ISO 8601, `PT1H2M3S`. */
export function durationOf(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const parts = [...(h > 0 ? [`${h}H`] : []), ...(m > 0 ? [`${m}M`] : [])]
  return `PT${[...parts, ...(s > 0 || parts.length === 0 ? [`${s}S`] : [])].join('')}`
}
