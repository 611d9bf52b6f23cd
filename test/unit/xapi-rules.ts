import { componentFaults, interactionKeys, responseFaults } from './xapi-interactions.ts'
import {
  isDuration,
  isIri,
  isTimestamp,
  isUuid,
  languageMap,
  noNulls,
  object,
  only,
  text,
} from './xapi-values.ts'

/**
 * The rules of the Experience API 1.0.3 (ADL, part two: statements) that apply to what we write:
 * what is wrong with a statement, one sentence for each fault.
 */
export function faults(statement: unknown): string[] {
  const told: string[] = []
  const root = object(statement, 'statement', told)
  only(root, 'statement', statementKeys, told)
  if (!isUuid(root['id'])) told.push('id: no UUID')
  if (!/^1\.0(\.\d+)?$/.test(text(root['version']))) told.push('version: not 1.0.x')
  if (!isTimestamp(root['timestamp'])) told.push('timestamp: not ISO 8601')
  actorFaults(root['actor'], told)
  const verb = object(root['verb'], 'verb', told)
  only(verb, 'verb', ['id', 'display'], told)
  if (!isIri(verb['id'])) told.push('verb.id: no IRI')
  languageMap(verb['display'], 'verb.display', told)
  activityFaults(root['object'], 'object', told)
  const { definition = {} } = object(root['object'], 'object', told)
  if (root['result'] !== undefined) resultFaults(root['result'], told)
  responseFaults(object(definition, 'object.definition', told), root['result'], told)
  contextFaults(root['context'], told)
  noNulls(statement, 'statement', told)
  return told
}

const statementKeys = [
  ...['id', 'actor', 'verb', 'object', 'result', 'context', 'timestamp', 'stored'],
  ...['authority', 'version', 'attachments'],
]

function actorFaults(value: unknown, told: string[]): void {
  const actor = object(value, 'actor', told)
  only(actor, 'actor', ['objectType', 'name', 'account', 'mbox', 'mbox_sha1sum', 'openid'], told)
  const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((key) => key in actor)
  if (identifiers.length !== 1) told.push('actor: not exactly one identifier')
  if (!('account' in actor)) told.push('actor: ours is an account')
  const account = object(actor['account'], 'actor.account', told)
  only(account, 'actor.account', ['homePage', 'name'], told)
  if (!isIri(account['homePage'])) told.push('actor.account.homePage: no IRI')
  if (text(account['name']) === '') told.push('actor.account.name: empty')
  if ('name' in actor && text(actor['name']) === '') told.push('actor.name: empty')
}

function activityFaults(value: unknown, name: string, told: string[]): void {
  const activity = object(value, name, told)
  only(activity, name, ['objectType', 'id', 'definition'], told)
  if (activity['objectType'] !== 'Activity') told.push(`${name}: no Activity`)
  if (!isIri(activity['id'])) told.push(`${name}.id: no IRI`)
  const definition = object(activity['definition'], `${name}.definition`, told)
  const plain = ['name', 'description', 'type', 'moreInfo', 'extensions']
  only(definition, `${name}.definition`, [...plain, ...interactionKeys], told)
  if (!isIri(definition['type'])) told.push(`${name}.definition.type: no IRI`)
  languageMap(definition['name'], `${name}.definition.name`, told)
  if ('description' in definition)
    languageMap(definition['description'], `${name}.definition.description`, told)
  componentFaults(definition, `${name}.definition`, told)
}

function resultFaults(value: unknown, told: string[]): void {
  const result = object(value, 'result', told)
  const keys = ['score', 'success', 'completion', 'response', 'duration', 'extensions']
  only(result, 'result', keys, told)
  for (const key of ['success', 'completion']) {
    if (key in result && typeof result[key] !== 'boolean') told.push(`result.${key}: no boolean`)
  }
  if ('response' in result && typeof result['response'] !== 'string')
    told.push('result.response: no text')
  if ('duration' in result && !isDuration(result['duration']))
    told.push('result.duration: not ISO 8601')
  extensionFaults(result['extensions'], 'result.extensions', told)
  if ('score' in result) scoreFaults(result['score'], told)
}

function scoreFaults(value: unknown, told: string[]): void {
  const score = object(value, 'result.score', told)
  only(score, 'result.score', ['scaled', 'raw', 'min', 'max'], told)
  const number = (key: string) => (typeof score[key] === 'number' ? score[key] : NaN)
  if (!(Math.abs(number('scaled')) <= 1)) told.push('result.score.scaled: beyond 1')
  if (!(number('min') < number('max'))) told.push('result.score: min not below max')
  const raw = number('raw')
  if (!(raw >= number('min') && raw <= number('max'))) told.push('result.score.raw: out of range')
}

function extensionFaults(value: unknown, name: string, told: string[]): void {
  for (const key of Object.keys(object(value ?? {}, name, told))) {
    if (!isIri(key)) told.push(`${name}.${key}: no IRI`)
  }
}

function contextFaults(value: unknown, told: string[]): void {
  const context = object(value, 'context', told)
  const keys = ['registration', 'platform', 'language', 'contextActivities', 'extensions']
  only(context, 'context', keys, told)
  if ('registration' in context && !isUuid(context['registration']))
    told.push('context.registration: no UUID')
  extensionFaults(context['extensions'], 'context.extensions', told)
  const groups = object(context['contextActivities'], 'contextActivities', told)
  only(groups, 'contextActivities', ['parent', 'grouping', 'category', 'other'], told)
  for (const [name, list] of Object.entries(groups)) {
    if (!Array.isArray(list)) told.push(`contextActivities.${name}: no list`)
    else for (const activity of list) activityFaults(activity, `contextActivities.${name}`, told)
  }
}
