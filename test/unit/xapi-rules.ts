/**
 * The rules of the Experience API 1.0.3 (ADL, part two: statements) that apply to what we write:
 * what is wrong with a statement, one sentence for each fault.
 */
export function faults(statement: unknown): string[] {
  const told: string[] = []
  const root = object(statement, 'statement', told)
  only(root, 'statement', statementKeys, told)
  if (!uuid.test(text(root['id']))) told.push('id: no UUID')
  if (!/^1\.0(\.\d+)?$/.test(text(root['version']))) told.push('version: not 1.0.x')
  if (!timestamp.test(text(root['timestamp']))) told.push('timestamp: not ISO 8601')
  actorFaults(root['actor'], told)
  const verb = object(root['verb'], 'verb', told)
  only(verb, 'verb', ['id', 'display'], told)
  if (!iri.test(text(verb['id']))) told.push('verb.id: no IRI')
  languageMap(verb['display'], 'verb.display', told)
  activityFaults(root['object'], 'object', told)
  if (root['result'] !== undefined) resultFaults(root['result'], told)
  contextFaults(root['context'], told)
  if (JSON.stringify(statement).includes('null')) told.push('null: not allowed')
  return told
}

const statementKeys = [
  ...['id', 'actor', 'verb', 'object', 'result', 'context', 'timestamp', 'stored'],
  ...['authority', 'version', 'attachments'],
]
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
const timestamp =
  /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|\+\d\d:\d\d|-(?!00:00)\d\d:\d\d)$/
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

type Fields = Readonly<Record<string, unknown>>

function object(value: unknown, name: string, told: string[]): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  told.push(`${name}: no object`)
  return {}
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function only(fields: Fields, name: string, allowed: readonly string[], told: string[]): void {
  for (const key of Object.keys(fields)) {
    if (!allowed.includes(key)) told.push(`${name}.${key}: not allowed`)
  }
}

function languageMap(value: unknown, name: string, told: string[]): void {
  for (const [key, words] of Object.entries(object(value, name, told))) {
    if (!tag.test(key) || text(words) === '') told.push(`${name}.${key}: no language and text`)
  }
}

function actorFaults(value: unknown, told: string[]): void {
  const actor = object(value, 'actor', told)
  only(actor, 'actor', ['objectType', 'name', 'account', 'mbox', 'mbox_sha1sum', 'openid'], told)
  const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((key) => key in actor)
  if (identifiers.length !== 1) told.push('actor: not exactly one identifier')
  if (!('account' in actor)) told.push('actor: ours is an account')
  const account = object(actor['account'], 'actor.account', told)
  only(account, 'actor.account', ['homePage', 'name'], told)
  if (!iri.test(text(account['homePage']))) told.push('actor.account.homePage: no IRI')
  if (text(account['name']) === '') told.push('actor.account.name: empty')
}

function activityFaults(value: unknown, name: string, told: string[]): void {
  const activity = object(value, name, told)
  only(activity, name, ['objectType', 'id', 'definition'], told)
  if (activity['objectType'] !== 'Activity') told.push(`${name}: no Activity`)
  if (!iri.test(text(activity['id']))) told.push(`${name}.id: no IRI`)
  const definition = object(activity['definition'], `${name}.definition`, told)
  only(definition, `${name}.definition`, ['name', 'description', 'type', 'moreInfo'], told)
  if (!iri.test(text(definition['type']))) told.push(`${name}.definition.type: no IRI`)
  languageMap(definition['name'], `${name}.definition.name`, told)
}

function resultFaults(value: unknown, told: string[]): void {
  const result = object(value, 'result', told)
  only(result, 'result', ['score', 'success', 'completion', 'duration', 'extensions'], told)
  for (const key of ['success', 'completion']) {
    if (key in result && typeof result[key] !== 'boolean') told.push(`result.${key}: no boolean`)
  }
  for (const key of Object.keys(object(result['extensions'] ?? {}, 'result.extensions', told))) {
    if (!iri.test(key)) told.push(`result.extensions.${key}: no IRI`)
  }
  if (!('score' in result)) return
  const score = object(result['score'], 'result.score', told)
  only(score, 'result.score', ['scaled', 'raw', 'min', 'max'], told)
  const number = (key: string) => (typeof score[key] === 'number' ? score[key] : NaN)
  if (Math.abs(number('scaled')) > 1) told.push('result.score.scaled: beyond 1')
  if (!(number('min') < number('max'))) told.push('result.score: min not below max')
  const raw = number('raw')
  if (!(raw >= number('min') && raw <= number('max'))) told.push('result.score.raw: out of range')
}

function contextFaults(value: unknown, told: string[]): void {
  const context = object(value, 'context', told)
  only(context, 'context', ['platform', 'language', 'contextActivities', 'extensions'], told)
  const groups = object(context['contextActivities'], 'contextActivities', told)
  only(groups, 'contextActivities', ['parent', 'grouping', 'category', 'other'], told)
  for (const [name, list] of Object.entries(groups)) {
    if (!Array.isArray(list)) told.push(`contextActivities.${name}: no list`)
    else for (const activity of list) activityFaults(activity, `contextActivities.${name}`, told)
  }
}
