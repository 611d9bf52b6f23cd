import { languageMap, object, only, text, type Fields } from './xapi-values.ts'

/** What the Experience API 1.0.3 asks of questions and answers (part two, 2.4.4.1). */

const lists: Readonly<Record<string, readonly string[]>> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
}
const allLists = ['choices', 'scale', 'source', 'target', 'steps']
export const interactionKeys = ['interactionType', 'correctResponsesPattern', ...allLists]

const interaction = 'http://adlnet.gov/expapi/activities/cmi.interaction'

/** Which lists of pieces a type has, and what a piece is. */
export function componentFaults(definition: Fields, name: string, told: string[]): void {
  const type = text(definition['interactionType'])
  if (interactionKeys.every((key) => !(key in definition))) {
    if (definition['type'] === interaction) told.push(`${name}.interactionType: missing`)
    return
  }
  const allowed = lists[type]
  if (!allowed) told.push(`${name}.interactionType: unknown`)
  if (definition['type'] !== interaction) told.push(`${name}.type: not that of an interaction`)
  for (const list of allLists) {
    if (!(list in definition)) continue
    if (!allowed?.includes(list)) told.push(`${name}.${list}: not of ${type}`)
    pieceFaults(definition[list], `${name}.${list}`, told)
  }
  const pattern = definition['correctResponsesPattern']
  if (pattern === undefined) return
  if (!Array.isArray(pattern)) told.push(`${name}.correctResponsesPattern: no list`)
  else for (const one of pattern) patternFaults(definition, one, `${name}.pattern`, told)
}

function pieceFaults(value: unknown, name: string, told: string[]): void {
  if (!Array.isArray(value)) {
    told.push(`${name}: no list`)
    return
  }
  const ids = value.map((raw: unknown) => {
    const piece = object(raw, name, told)
    only(piece, name, ['id', 'description'], told)
    if ('description' in piece) languageMap(piece['description'], `${name}.description`, told)
    return text(piece['id'])
  })
  if (ids.some((id) => id === '' || /\s/.test(id)))
    told.push(`${name}: an id is empty or has blanks`)
  if (new Set(ids).size < ids.length) told.push(`${name}: an id twice`)
}

const idsOf = (definition: Fields, list: string): readonly string[] | undefined => {
  const pieces = definition[list]
  if (!Array.isArray(pieces)) return undefined
  return pieces.map((piece: unknown) => text(object(piece, list, [])['id']))
}

/** The form that an answer has, a right one or a given one. */
function patternFaults(definition: Fields, value: unknown, name: string, told: string[]): void {
  if (typeof value !== 'string') {
    told.push(`${name}: no text`)
    return
  }
  const known = (id: string, list: string) => idsOf(definition, list)?.includes(id) ?? id !== ''
  const parts = value.split('[,]')
  const good = {
    'true-false': () => /^(true|false)$/.test(value),
    choice: () => parts.every((id) => known(id, 'choices')) && new Set(parts).size === parts.length,
    sequencing: () => parts.every((id) => known(id, 'choices')),
    likert: () => known(value, 'scale'),
    matching: () =>
      parts.every((pair) => {
        const [from = '', to = '', ...more] = pair.split('[.]')
        return more.length === 0 && known(from, 'source') && known(to, 'target')
      }),
    performance: () => parts.every((step) => known(step.split('[.]')[0] ?? '', 'steps')),
    numeric: () => /^-?\d+(\.\d+)?$|^(-?\d+(\.\d+)?)?\[:\](-?\d+(\.\d+)?)?$/.test(value),
  }[text(definition['interactionType'])]
  if (good && !good()) told.push(`${name}: “${value}” is no answer of this type`)
}

export function responseFaults(definition: Fields, result: unknown, told: string[]): void {
  if (result === undefined) return
  const { response } = object(result, 'result', told)
  if (response !== undefined) patternFaults(definition, response, 'result.response', told)
}
