import { isCompoundSurname } from '../privacy/words/sign-class.ts'
import { withoutNumbering } from './roster-cells.ts'

interface RosterRow {
  /** From 1, as the text has it. */
  readonly line: number
  readonly cells: readonly string[]
  /** It stood in a numbered list. */
  readonly numbered: boolean
}

/** The lines of a list and their cells, whatever parts them: tabs, commas, 、 or spaces. */
export function rosterTable(text: string): {
  readonly rows: readonly RosterRow[]
  readonly emptyLines: number
} {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u2028\v\f]/)
  const rows = lines.flatMap((line, at): RosterRow[] => {
    if (line.trim() === '') return []
    const bare = withoutNumbering(line)
    const isTable = line.includes('\t')
    const numbered = bare.length < line.trimStart().length
    return [{ line: at + 1, numbered, cells: isTable ? tabbed(line) : parted(bare) }]
  })
  // the end of the last line is no line of its own
  const ended = lines.at(-1)?.trim() === '' ? 1 : 0
  return { rows, emptyLines: lines.length - rows.length - ended }
}

const tabbed = (line: string) => line.split('\t').map(unquoted)

/** A line without tabs; what introduces a list is none of it, nor is the stop behind it. */
function parted(line: string): string[] {
  const list = line.replace(introduction, '').replace(/[。.;；]\s*$/, '')
  const cells = fields(list)
  if (cells.length > 1) return cells
  return words(cells[0] ?? '')
}

const introduction =
  /^\s*\p{Script=Han}{0,4}(学员|名单|人员|姓名|参加人?|报名)\p{Script=Han}{0,2}[:：]\s*(?=\S)/u

/** Parted by commas, 、 or semicolons; a quoted field keeps its own. */
function fields(line: string): string[] {
  const found =
    line.match(/"(?:[^"]|"")*"|[^,，;；、|"]+|(?<=^|[,，;；、|])(?=[,，;；、|]|$)/g) ?? []
  const cells = found.map(unquoted)
  // a comma at the end of a line parts nothing
  return cells.length > 1 && cells.at(-1) === '' ? cells.slice(0, -1) : cells
}

function unquoted(cell: string): string {
  const inside = /^\s*"((?:[^"]|"")*)"\s*$/.exec(cell)?.[1]
  return (inside ?? cell).replaceAll('""', '"').trim()
}

/** Parted by spaces, but for those within a name: 王 兰, 欧阳 兰, Mary Smith. */
function words(line: string): string[] {
  const found: string[] = []
  for (const word of line.split(/\s+/).filter((one) => one !== '')) {
    const before = found.at(-1)
    if (before !== undefined && isOneName(before, word)) {
      const gap = isLatin.test(word) ? ' ' : ''
      found.splice(-1, 1, before + gap + word)
    } else found.push(word)
  }
  return found
}

const isHan = /^\p{Script=Han}+$/u
const isLatin = /^[\p{Script=Latin} .'’-]+$/u

/** Whether two words are the halves of one name that is set wide. */
function isOneName(before: string, word: string): boolean {
  if (isLatin.test(before) && isLatin.test(word)) return true
  if (!isHan.test(before) || !isHan.test(word) || /^[男女]$/.test(word)) return false
  if (isCompoundSurname(before)) return word.length <= 2
  return (before.length === 1 || word.length === 1) && before.length + word.length <= 3
}
