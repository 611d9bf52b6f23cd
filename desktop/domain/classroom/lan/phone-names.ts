/** Names as learners' phones show them: only what tells one from the other. */

interface Named {
  readonly id: string
  readonly name: string
  readonly picture: string
}

const hidden = '＊'
const between = /([·•・\s]+)/u

/** 王秀兰 → 王＊兰, 王兰 → 王＊, 阿卜杜拉·买买提 → 阿＊·买＊, Ann Lee → A＊ L＊; one character stays. */
export function shortName(name: string): string {
  const parts = name.trim().split(between)
  if (parts.length > 1) return parts.map((part, at) => (at % 2 === 0 ? begun(part) : part)).join('')
  const characters = Array.from(name.trim())
  const last = characters.length > 2 && /\p{Script=Han}/u.test(name) ? characters.at(-1) : ''
  return `${begun(name.trim())}${last ?? ''}`
}

function begun(part: string): string {
  const [first = '', ...rest] = Array.from(part)
  return rest.length === 0 ? first : `${first}${hidden}`
}

/**
 * The names of a class's people by their ids. Where two of one picture would look the same, both
 * are written out; where even that does not help, they are numbered.
 */
export function phoneNames(people: readonly Named[]): ReadonlyMap<string, string> {
  const alike = grouped(people, ({ name, picture }) => `${picture}\n${shortName(name)}`)
  return new Map(alike.flatMap(namesOf))
}

function namesOf(group: readonly Named[]): (readonly [string, string])[] {
  const [only, ...others] = group
  if (only && others.length === 0) return [[only.id, shortName(only.name)]]
  return grouped(group, ({ name }) => name.trim()).flatMap((same) =>
    same.map(
      ({ id, name }, at) => [id, same.length === 1 ? name : `${name}（${at + 1}）`] as const,
    ),
  )
}

function grouped(people: readonly Named[], by: (person: Named) => string): (readonly Named[])[] {
  const groups = new Map<string, Named[]>()
  for (const person of people) groups.set(by(person), [...(groups.get(by(person)) ?? []), person])
  return [...groups.values()]
}
