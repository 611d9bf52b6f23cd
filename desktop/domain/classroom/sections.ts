import { allot } from './allot.ts'

/** What of a lesson's block a plan looks at: authors' lessons and learners' views both have it. */
export interface PlanBlock {
  readonly kind: string
  readonly text?: unknown
  readonly scenario?: unknown
}

/** A part of the lesson's text under one heading, and what is done in it. */
export interface LessonSection {
  readonly title: string
  readonly minutes: number
  readonly scenarios: readonly string[]
  readonly drills: number
  readonly exercises: number
}

interface Piece {
  title: string
  weight: number
  scenarios: string[]
  drills: number
  exercises: number
}

const forTeachers = ['volunteer', 'handout', 'speaker', 'card']
/** Chinese signs that are read and spoken of in a minute. */
const signsAMinute = 220
const practiceMinutes = 6
const exerciseMinutes = 3

/** The lesson's sections with the minutes that fall to each, where its author has planned none. */
export function lessonSections(minutes: number, blocks: readonly PlanBlock[]): LessonSection[] {
  const pieces = merged(piecesOf(blocks), Math.max(1, Math.floor(minutes)))
  const shares = allot(
    minutes,
    pieces.map(({ weight }) => weight),
  )
  return pieces.map(({ title, scenarios, drills, exercises }, index) => {
    return { title, scenarios, drills, exercises, minutes: shares[index] ?? 1 }
  })
}

function piecesOf(blocks: readonly PlanBlock[]): Piece[] {
  const pieces: Piece[] = []
  const add = (title: string, text: string) => {
    const piece = { title, weight: text.length / signsAMinute, scenarios: [], drills: 0 }
    pieces.push({ ...piece, exercises: 0 })
  }
  for (const block of blocks) {
    if (forTeachers.includes(block.kind)) continue
    if (block.kind === 'prose' && typeof block.text === 'string') {
      for (const { title, text } of headed(block.text)) {
        const last = pieces.at(-1)
        if (title === undefined && last) last.weight += text.length / signsAMinute
        else add(title ?? '', text)
      }
      continue
    }
    if (pieces.length === 0) add('', '')
    count(pieces.at(-1), block)
  }
  if (pieces.length === 0) add('', '')
  return pieces
}

function count(piece: Piece | undefined, block: PlanBlock): void {
  if (!piece) return
  if (block.kind === 'scenario' && typeof block.scenario === 'string') {
    piece.scenarios.push(block.scenario)
    piece.weight += practiceMinutes
  } else if (block.kind === 'drill') {
    piece.drills += 1
    piece.weight += practiceMinutes
  } else if (block.kind !== 'sql-demo') {
    piece.exercises += 1
    piece.weight += exerciseMinutes
  } else piece.weight += 1
}

/** A text cut before each heading. */
function headed(text: string): { title?: string; text: string }[] {
  return text.split(/^(?=#{1,4}\s)/m).map((part) => {
    const [line = '', ...rest] = part.split('\n')
    const title = /^#{1,4}\s+(.+?)\s*#*$/.exec(line)?.[1]
    return title === undefined ? { text: part } : { title, text: rest.join('\n') }
  })
}

/** Neighbours with the least in them together, until no more are left than there are minutes. */
function merged(pieces: readonly Piece[], most: number): Piece[] {
  const kept = [...pieces]
  while (kept.length > most) {
    const sums = kept.slice(1).map((piece, index) => piece.weight + (kept[index]?.weight ?? 0))
    const at = sums.indexOf(Math.min(...sums))
    const [one, other] = kept.slice(at, at + 2)
    if (!one || !other) break
    kept.splice(at, 2, {
      title: [one.title, other.title].filter(Boolean).join('；'),
      weight: one.weight + other.weight,
      scenarios: [...one.scenarios, ...other.scenarios],
      drills: one.drills + other.drills,
      exercises: one.exercises + other.exercises,
    })
  }
  return kept
}
