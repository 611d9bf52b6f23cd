/** What a volunteer's notes are about, by their bold headings. */
export type NotePart = 'prepare' | 'steps' | 'short' | 'stuck' | 'never' | 'other'

export interface NoteSection {
  readonly part: NotePart
  /** As the author wrote it; empty before the first. */
  readonly heading: string
  /** Its paragraphs, and the entries of its lists one by one; Markdown. */
  readonly entries: readonly string[]
  /** Those that stood in a numbered list. */
  readonly numbered: readonly string[]
}

const headings: readonly (readonly [RegExp, NotePart])[] = [
  [/准备/, 'prepare'],
  [/怎么带|流程|步骤|安排/, 'steps'],
  [/时间不够|来不及/, 'short'],
  [/卡住|难点/, 'stuck'],
  [/请记住|不要做|别做|不做/, 'never'],
]

const partOf = (heading: string): NotePart =>
  headings.find(([pattern]) => pattern.test(heading))?.[1] ?? 'other'

/** A bold lead such as `**准备**：` or `**怎么带（20 分钟）**`, or a Markdown heading. */
const lead = /^(?:#{1,4}\s+(.+)|\*\*([^*]{1,24})\*\*\s*(?:[：:]|$))\s*/

/** Cuts a volunteer's notes by their headings; what it does not know is kept under `other`. */
export function noteSections(text: string): NoteSection[] {
  const sections: { heading: string; entries: string[]; numbered: string[] }[] = []
  for (const block of blocksOf(text)) {
    const found = lead.exec(block.text)
    const last = sections.at(-1)
    if (found === null && last) {
      last.entries.push(block.text)
      if (block.numbered) last.numbered.push(block.text)
    } else {
      const rest = block.text.slice(found?.[0].length ?? 0)
      const heading = (found?.[1] ?? found?.[2] ?? '').trim()
      sections.push({ heading, entries: rest === '' ? [] : [rest], numbered: [] })
    }
  }
  return sections.map((section) => ({ ...section, part: partOf(section.heading) }))
}

/** Paragraphs and list entries; a line that is indented below an entry belongs to it. */
function blocksOf(text: string): { text: string; numbered: boolean }[] {
  const blocks: { text: string; numbered: boolean }[] = []
  let open = false
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const entry =
      /^(?:(\d{1,2})[.、)）]|[-*+])\s+(.*)$/.exec(line) ?? /^(\d{1,2})、(.*)$/.exec(line)
    const last = blocks.at(-1)
    if (entry) blocks.push({ text: (entry[2] ?? '').trim(), numbered: entry[1] !== undefined })
    else if (line.trim() === '') open = false
    else if (open && last && !lead.test(line)) last.text += `\n${line.trim()}`
    else blocks.push({ text: line.trim(), numbered: false })
    if (line.trim() !== '') open = true
  }
  return blocks.filter((block) => block.text !== '')
}
