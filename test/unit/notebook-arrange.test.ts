import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  duplicated,
  freeName,
  inserted,
  moved,
  removed,
  rewritten,
  writeCell,
} from '../../desktop/domain/notebook/arrange.ts'
import { withManual } from '../../desktop/domain/notebook/edit.ts'
import { tableCellsOf, type Block } from '../../desktop/domain/notebook/notebook.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'

const head = '---\ntitle: 测试\n---\n'
const sql = (name: string) => `\`\`\`sql name=${name}\nSELECT 1\n\`\`\`\n`
const example = `${head}\n第一段。\n\n${sql('a')}\n第二段。\n\n${sql('b')}`
const read = parseNotebook(example)

/** What a block is called here: a cell's name, or its words. */
const shown = (text: string) =>
  parseNotebook(text)
    .blocks.flatMap((block: Block) =>
      block.kind === 'prose' ? block.text.split('\n\n').map((words) => words.trim()) : [block.name],
    )
    .filter((one) => one !== '')

describe('arranging a notebook’s blocks', () => {
  it('puts a block in its place, an empty line on either side', () => {
    const text = inserted(read, 0, writeCell({ kind: 'sql', name: 'c', body: 'SELECT 2' }))
    expect(shown(text)).toEqual(['第一段。', 'c', 'a', '第二段。', 'b'])
    expect(text).toContain('第一段。\n\n```sql name=c\nSELECT 2\n```\n\n```sql name=a')
    expect(shown(inserted(read, -1, '开头。\n'))[0]).toContain('开头。')
  })

  it('takes away a block and nothing else', () => {
    const index = read.blocks.findIndex((block) => block.kind === 'sql')
    expect(shown(removed(read, index))).toEqual(['第一段。', '第二段。', 'b'])
    expect(removed(read, 99)).toBe(example)
  })

  it('moves a block past its neighbour, and not beyond the ends', () => {
    const last = read.blocks.length - 1
    expect(shown(moved(read, last, -1))).toEqual(['第一段。', 'a', 'b', '第二段。'])
    expect(shown(moved(read, 0, 1))).toEqual(['a', '第一段。', '第二段。', 'b'])
    expect(moved(read, 0, -1)).toBe(example)
    expect(moved(read, last, 1)).toBe(example)
  })

  it('gives a copy a name of its own', () => {
    const index = read.blocks.findIndex((block) => block.kind === 'sql')
    expect(shown(duplicated(read, index))).toEqual(['第一段。', 'a', 'a_2', '第二段。', 'b'])
    expect(freeName(read, 'A')).toBe('A_2')
    expect(freeName(read, 'c')).toBe('c')
  })

  it('rewrites words and leaves the lines around them', () => {
    expect(rewritten(read, 0, ' 新的一段。\n\n两行。 ')).toContain(
      '\n新的一段。\n\n两行。\n\n```sql',
    )
  })

  it('makes a cell manual and automatic again', () => {
    const [cell] = tableCellsOf(read)
    const manual = withManual(read, cell!, true)
    expect(tableCellsOf(parseNotebook(manual)).map((one) => one.manual)).toEqual([true, false])
    const again = parseNotebook(manual)
    expect(withManual(again, tableCellsOf(again)[0]!, false)).toBe(example)
  })

  it('keeps every other block byte for byte, whatever the text', () => {
    const part = fc.constantFrom(
      '文字。\n',
      '\n',
      sql('x'),
      '```sql name=y\n```\n',
      '# 题\n',
      'a\r\nb',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.nat(9), (parts, index) => {
        const notebook = parseNotebook(head + parts.join(''))
        const before = shown(notebook.text)
        const block = notebook.blocks[index]
        const after = shown(removed(notebook, index))
        const own = block ? notebook.text.slice(block.span.from, block.span.to) : ''
        expect(after.length).toBe(before.length - (own === '' ? 0 : shown(head + own).length))
      }),
      { numRuns: 200 },
    )
  })
})
