import type { ExerciseView } from '../course/exercise.ts'
import { forEverybody, optionOrder } from '../course/kinds/option-order.ts'
import type { SolutionPiece } from './solution.ts'
import { lengthOf, type Line, linesOf } from './stage-lines.ts'
import { largeRoom, pagesOf, type Room, rowsOf } from './stage-pages.ts'
import type { StageShow } from './stage-show.ts'

/** The question with all there is to choose from, on one page where it fits; then what is right. */
export function exerciseShows(
  exercise: ExerciseView,
  pieces: readonly SolutionPiece[],
): StageShow[] {
  const questions = questionPages(linesOf(exercise.ask), choices(exercise)).map(
    (lines): StageShow => ({ kind: 'question', lines }),
  )
  const [ask = ''] = exercise.ask.split('\n')
  const answers = piecePages(pieces).map((some): StageShow => {
    return { kind: 'answer', ask, pieces: some }
  })
  return [...questions, ...answers]
}

/** Where one page does not hold them all, each has the question above its share of the choices. */
function questionPages(ask: readonly Line[], among: readonly Line[]): Line[][] {
  const pages = pagesOf([...ask, ...among], largeRoom)
  const rows = largeRoom.rows - rowsOf(ask, largeRoom)
  const signs = largeRoom.signs - ask.reduce((sum, line) => sum + lengthOf(line), 0)
  // a long question leaves too little room to be said again
  if (pages.length < 2 || rows < largeRoom.rows / 2 || signs < largeRoom.signs / 2) return pages
  return pagesOf(among, { ...largeRoom, rows, signs }).map((share) => [...ask, ...share])
}

const letters = 'ABCDEFGHIJ'

function choices(exercise: ExerciseView): Line[] {
  const marked = (texts: readonly string[], mark: (at: number) => string): Line[] =>
    texts.flatMap((text, at) => linesOf(text).map((line) => ({ ...line, mark: mark(at) })))
  const dot = () => '•'
  switch (exercise.kind) {
    case 'choice':
      return marked(
        optionOrder(exercise, forEverybody).flatMap((place) => exercise.options[place] ?? []),
        (at) => letters.charAt(at),
      )
    case 'order':
      return marked(exercise.items, dot)
    case 'match':
      return [
        ...marked(exercise.lefts, (at) => `${at + 1}`),
        ...marked(exercise.rights, (at) => letters.charAt(at)),
      ]
    case 'sort':
      return marked(exercise.cards, dot)
    case 'fill': {
      const gap = (piece: (typeof exercise.pieces)[number]) =>
        'text' in piece ? piece.text : `（${piece.choices?.join(' / ') ?? '　　'}）`
      return marked([exercise.pieces.map(gap).join('')], dot)
    }
    case 'mark':
      return marked([exercise.text], dot)
    default:
      return []
  }
}

/** An answer has no heading above it, which leaves room for a row more. */
const answerRows = largeRoom.rows + 1

function piecePages(pieces: readonly SolutionPiece[]): SolutionPiece[][] {
  return pieces.reduce<SolutionPiece[][]>((pages, piece) => {
    const last = pages.at(-1)
    const more = [...(last ?? []), piece]
    return last && pieceRows(more, largeRoom) <= answerRows
      ? [...pages.slice(0, -1), more]
      : [...pages, [piece]]
  }, [])
}

const pieceRows = (pieces: readonly SolutionPiece[], room: Room): number =>
  rowsOf(
    pieces.flatMap(({ text, because }) => [...linesOf(text), ...linesOf(because)]),
    room,
  )
