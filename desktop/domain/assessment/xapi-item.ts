import type { Titles } from '../course/titles.ts'
import {
  activity,
  words,
  type Activity,
  type Component,
  type Interaction,
  type InteractionType,
} from '../course/xapi-statement.ts'
import type { BankItem } from './bank.ts'
import type { ItemRef } from './events.ts'

/** What bank and course say of an item now; nothing of one that an update took away. */
export interface ItemTold {
  readonly exercise: BankItem['exercise']
  readonly objective: Titles
}

/** The nearest of the types that the specification took from SCORM 2004 (part two, 2.4.4.1). */
const types: Readonly<Record<string, InteractionType>> = {
  choice: 'choice',
  order: 'sequencing',
  match: 'matching',
  sort: 'matching',
  indicator: 'matching',
  number: 'numeric',
  threshold: 'numeric',
  fill: 'fill-in',
  short: 'long-fill-in',
  sql: 'long-fill-in',
}

/**
 * An item as an activity: the template, since all who meet it do the same whatever numbers were drawn
 * for them. Its IRI is the item's place in the bank.
 */
export function itemActivity({ course, item }: ItemRef, told: ItemTold | undefined): Activity {
  const path = `courses/${course}/bank/${item}`
  const name = { zh: item, en: item }
  // an interaction must say its type: what has gone from the bank is a question, and no more is known
  if (!told) return activity('question', path, name)
  const { exercise, objective } = told
  const description = words(objective.zh, objective.en)
  return activity('cmi.interaction', path, name, { description, ...interactionOf(exercise) })
}

/**
 * Never which answers are right: the bank is there for whoever sits the test next (ADR 022). Pieces
 * that the bank has in their right places are told in the order of their texts.
 */
export function interactionOf(exercise: BankItem['exercise']): Interaction {
  const interactionType = types[exercise.kind] ?? 'other'
  const { options, items, pairs, extra, cards, groups, parts } = exercise
  switch (exercise.kind) {
    case 'choice':
      return { interactionType, ...chosenFrom(components('', textsOf(options, 'text'))) }
    case 'order':
      return { interactionType, ...chosenFrom(components('step-', ordered(textsOf(items)))) }
    case 'match':
      return {
        interactionType,
        ...pairedFrom(
          components('left-', textsOf(pairs, 'left')),
          components('right-', rightsOf(pairs, extra)),
        ),
      }
    case 'sort':
      return {
        interactionType,
        ...pairedFrom(
          components('card-', ordered(textsOf(cards, 'text'))),
          components('group-', textsOf(groups)),
        ),
      }
    case 'indicator':
      return {
        interactionType,
        ...pairedFrom(components('part-', textsOf(parts, 'text')), indicatorRoles),
      }
    default:
      return { interactionType }
  }
}

type Components = readonly Component[] | undefined

const chosenFrom = (choices: Components) => (choices ? { choices } : {})

const pairedFrom = (source: Components, target: Components) => ({
  ...(source ? { source } : {}),
  ...(target ? { target } : {}),
})

/** Where a part of an indicator can stand. */
const indicatorRoles: readonly Component[] = [
  { id: 'numerator', description: words('分子', 'numerator') },
  { id: 'denominator', description: words('分母', 'denominator') },
  { id: 'exclusion', description: words('剔除', 'left out') },
]

/** How many options a choice has, or parts an indicator; `undefined` where they are drawn as a whole. */
export const optionsIn = ({ options, parts }: BankItem['exercise']): number | undefined =>
  (textsOf(options, 'text') ?? textsOf(parts, 'text'))?.length

function rightsOf(pairs: unknown, extra: unknown): string[] | undefined {
  const rights = textsOf(pairs, 'right')
  return rights && ordered([...rights, ...(textsOf(extra, 'right') ?? [])])
}

/** The texts of a list, with `…` for what is drawn; `undefined` where the list itself is drawn. */
function textsOf(list: unknown, key?: string): string[] | undefined {
  if (!Array.isArray(list)) return undefined
  return list.map((one: unknown) => {
    const text: unknown = key === undefined ? one : fieldOf(one, key)
    return typeof text === 'string' || typeof text === 'number' ? undrawn(String(text)) : ''
  })
}

const fieldOf = (one: unknown, key: string): unknown =>
  typeof one === 'object' && one !== null ? Object.entries(one).find(([k]) => k === key)?.[1] : one

/** An expression may say how the right answer is worked out. */
const undrawn = (text: string): string => text.replaceAll(/\{\{.*?\}\}/gsu, '…').trim()

const ordered = (texts: readonly string[] | undefined): string[] | undefined =>
  texts?.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))

function components(prefix: string, texts: readonly string[] | undefined): Components {
  if (!texts || texts.length === 0) return undefined
  return texts.map((text, at) => {
    const id = `${prefix}${at + 1}`
    return text === '' ? { id } : { id, description: { 'zh-CN': text } }
  })
}
