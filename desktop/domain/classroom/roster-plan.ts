import type { LeftOut, RosterLine } from './roster.ts'

interface Somebody {
  readonly id: string
  readonly name: string
  readonly picture: string
}

/** What will become of a line when the list joins the class. */
export type Fate = 'new' | 'known' | 'member' | 'out'

export interface PlannedLine extends Omit<RosterLine, 'out'> {
  readonly fate: Fate
  /**
   * Why it is left out; `unchosen` where somebody took it off the list, `no_picture`
   * where all pictures are taken by others of that name.
   */
  readonly why?: LeftOut | 'same_name' | 'unchosen' | 'no_picture'
  /** Whom it is taken for: who is in the class already, or known on this computer. */
  readonly person?: Somebody
  /** The picture by which the class will know this person. */
  readonly picture?: string
  /** Somebody else of that name is or will be in the class. */
  readonly namesake: boolean
}

/** What somebody decided about a line: left out, joined all the same, or another person of that name. */
export type Choice = 'out' | 'in' | 'another'

export interface PlanContext {
  /** Who is in the class. */
  readonly members: readonly Somebody[]
  /** Who is known on this computer, in the class or not. */
  readonly everyone: readonly Somebody[]
  /** What two lines of one name are. */
  readonly sameName: 'one' | 'two'
  /** By the line's place in the list. */
  readonly choices: ReadonlyMap<number, Choice>
  /** The pictures to give, in order. */
  readonly pictures: readonly string[]
}

/** What will happen to each line of a list, before anything is kept. */
export function planRoster(lines: readonly RosterLine[], context: PlanContext): PlannedLine[] {
  const free = new Map<string, Somebody[]>()
  const members = new Set(context.members.map(({ id }) => id))
  for (const person of [
    ...context.members,
    ...context.everyone.filter(({ id }) => !members.has(id)),
  ]) {
    free.set(person.name, [...(free.get(person.name) ?? []), person])
  }
  const seen = new Set<string>()
  const fates = lines.map((line, at): PlannedLine => {
    const { out, ...rest } = line
    const left = leftOut(line, context.choices.get(at), context.sameName === 'one', seen)
    if (left) return { ...rest, fate: 'out', why: left, namesake: false }
    seen.add(line.name)
    const another = context.choices.get(at) === 'another'
    const person = another ? undefined : free.get(line.name)?.shift()
    const fate = person ? (members.has(person.id) ? 'member' : 'known') : 'new'
    return { ...rest, fate, namesake: false, ...(person && { person, picture: person.picture }) }
  })
  return withNamesakes(withPictures(fates, context), context)
}

/** A line that nothing can be made of stays out, whatever was chosen. */
function leftOut(
  { out, name }: RosterLine,
  choice: Choice | undefined,
  isOnce: boolean,
  seen: ReadonlySet<string>,
): PlannedLine['why'] {
  const mayJoin = out === undefined || out === 'unlike' || out === 'repeated'
  if (!mayJoin) return out
  if (choice === 'out') return out ?? 'unchosen'
  if (choice !== undefined) return undefined
  return out ?? (isOnce && seen.has(name) ? 'same_name' : undefined)
}

/** Each who is new gets a picture that nobody in the class has, as long as there are such. */
function withPictures(lines: readonly PlannedLine[], context: PlanContext): PlannedLine[] {
  const times = new Map<string, number>()
  const use = (picture: string) => times.set(picture, (times.get(picture) ?? 0) + 1)
  for (const { picture } of context.members) use(picture)
  for (const { fate, picture } of lines) if (fate === 'known' && picture) use(picture)
  const sameBoth = new Set(context.everyone.map(({ name, picture }) => `${name} ${picture}`))
  return lines.map((line) => {
    if (line.fate !== 'new') return line
    const apart = context.pictures.filter((picture) => !sameBoth.has(`${line.name} ${picture}`))
    const picture = apart.reduce<string | undefined>(
      (best, one) =>
        best === undefined || (times.get(one) ?? 0) < (times.get(best) ?? 0) ? one : best,
      undefined,
    )
    // who could not be told from the others of that name
    if (picture === undefined) return { ...line, fate: 'out', why: 'no_picture' }
    use(picture)
    sameBoth.add(`${line.name} ${picture}`)
    return { ...line, picture }
  })
}

function withNamesakes(lines: readonly PlannedLine[], { members }: PlanContext): PlannedLine[] {
  const own = lines.flatMap(({ fate, name }) => (fate === 'new' || fate === 'known' ? [name] : []))
  const names = [...members.map(({ name }) => name), ...own]
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  return lines.map((line) => ({
    ...line,
    namesake: line.fate !== 'out' && (times.get(line.name) ?? 0) > 1,
  }))
}
