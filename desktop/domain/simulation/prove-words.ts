import { spoken } from '../speech/spoken.ts'
import { unspeakable } from '../speech/unspeakable.ts'
import { textsOf, type ScenarioText, type TextKind } from './texts.ts'
import type { Fault, Scenario } from './scenario.ts'

/**
 * The most characters of each kind of text: what still fits the phone's screen in large print
 * (44 px, 390 px wide), and, for what is read aloud, what a listener can follow at about four
 * characters a second.
 */
const longest: Record<TextKind, number> = {
  say: 60,
  hint: 60,
  title: 12,
  button: 10,
  icon: 5,
  item: 14,
  passage: 80,
  label: 14,
  teach: 40,
}

const names: Record<TextKind, string> = {
  say: '要念的话',
  hint: '提示',
  title: '标题',
  button: '按钮上的字',
  icon: '图标下的字',
  item: '一行的字',
  passage: '这段话',
  label: '这几个字',
  teach: '学到的话',
}

/** Longer runs do not break, and run out of the screen in large print. */
const unbroken = /[A-Za-z0-9]{13,}/

/** Faults that keep a text from being heard, or from being read in large print. */
export function wordFaults(scenario: Scenario): Fault[] {
  return textsOf(scenario).flatMap((text) =>
    problemsOf(text).map((problem) => ({ path: text.path, problem })),
  )
}

function problemsOf({ kind, text }: ScenarioText): string[] {
  const length = Array.from(text).length
  const long =
    length > longest[kind]
      ? [`${names[kind]}有 ${length} 个字，太长了；至多 ${longest[kind]} 个`]
      : []
  const signs = unspeakable(spoken(text)).join(' ')
  const odd = signs === '' ? [] : [`“${text}”里的“${signs}”读不出来，换成读得出的写法`]
  const wide =
    unbroken.test(text) && !mayHoldLink.has(kind)
      ? [`“${text}”里有一长串字母数字，放大以后排不下；分成几段`]
      : []
  return [...long, ...odd, ...wide]
}

const mayHoldLink: ReadonlySet<TextKind> = new Set<TextKind>(['passage'])
