import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut } from '../../desktop/domain/notebook/blocks.ts'
import { serialise, withBody } from '../../desktop/domain/notebook/edit.ts'
import { cellsOf, type Cell } from '../../desktop/domain/notebook/notebook.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { explain } from '../../desktop/domain/notebook/problem.ts'

const head =
  '---\ntitle: 试读\nquestion: 能读吗？\ndatasets: [census-2020]\nparams: { low: 14 }\n---\n'
const sql = '```sql name=by_province\nSELECT 1 AS a\nFROM census_2020\n```\n'
const chart =
  '```chart name=rank\ntitle: 排名\nfrom: by_province\nplot: [{ mark: barX, x: a, y: b }]\n```\n'
const input = '```input name=low type=slider min=7 max=20 step=0.5\nlabel: 比重超过（%）\n```\n'
const whole = `${head}\n开头。\n\n${sql}\n${chart}\n${input}\n末尾 {{by_province.a | 亿}}，{{low}}。\n`

const pieces = fc.constantFrom(
  ...[
    '---',
    '---\n',
    '```',
    '````',
    '~~~',
    '```sql',
    '```sql name=a',
    '```chart',
    '```input name=b',
  ],
  ...[
    '```text',
    '\n',
    '\r\n',
    '\r',
    ' ',
    'SELECT 1',
    '{{a.b}}',
    '{{',
    '}}',
    'title: x',
    '中文',
    '\uFEFF',
  ],
)
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

describe('parse and serialise', () => {
  it('give back the text, whatever it is', () => {
    fc.assert(fc.property(anyText, (text) => serialise(parseNotebook(text)) === text))
  })

  it('cut every text into blocks that cover it in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0
        for (const { span } of cut(text)) {
          if (span.from !== at || span.to <= span.from) return false
          at = span.to
        }
        return at === text.length
      }),
    )
  })

  it('read a whole notebook without a problem', () => {
    const notebook = parseNotebook(whole)
    expect(notebook.problems).toEqual([])
    expect(notebook.head.title).toBe('试读')
    expect(notebook.head.datasets).toEqual([{ id: 'census-2020', version: undefined }])
    expect(notebook.blocks.map(({ kind }) => kind)).toEqual([
      'prose',
      'sql',
      'prose',
      'chart',
      'prose',
      'input',
      'prose',
    ])
    expect(cellsOf(notebook, 'sql')[0]?.body).toBe('SELECT 1 AS a\nFROM census_2020')
    expect(cellsOf(notebook, 'input')[0]?.input).toMatchObject({ min: 7, step: 0.5, value: 14 })
  })

  it('read the same from lines that end in CR LF', () => {
    const notebook = parseNotebook(whole.replaceAll('\n', '\r\n'))
    expect(notebook.problems).toEqual([])
    expect(cellsOf(notebook, 'sql')[0]?.body).toBe('SELECT 1 AS a\r\nFROM census_2020')
  })

  it('leave fences inside other fences alone', () => {
    const text = `${head}\`\`\`\`markdown\n${sql}\`\`\`\`\n\n${sql}`
    expect(cellsOf(parseNotebook(text), 'sql')).toHaveLength(1)
  })
})

describe('an edited cell', () => {
  const body = fc.oneof(
    fc.array(fc.constantFrom('SELECT', '\n', '```', '````', ' ', '-- ü 中'), { maxLength: 12 }),
    fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
  )

  it('has the new body, and everything else is as it was', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('\n', '\r\n'), (parts, eol) => {
        const written = parts
          .join('')
          .replaceAll(/\r\n|\r/g, '\n')
          .replaceAll('\n', eol)
        const before = parseNotebook(whole.replaceAll('\n', eol))
        const cell = cellOf(before.blocks, 'by_province')
        const after = parseNotebook(withBody(before, cell, written))
        const others = (of: typeof before) =>
          of.blocks
            .filter(({ span }) => span !== cellOf(of.blocks, 'by_province').span)
            .map(({ span }) => of.text.slice(span.from, span.to))
        expect(cellOf(after.blocks, 'by_province').body).toBe(written)
        expect(others(after)).toEqual(others(before))
      }),
    )
  })

  function cellOf(blocks: ReturnType<typeof parseNotebook>['blocks'], name: string): Cell {
    const found = blocks.find((block): block is Cell => 'name' in block && block.name === name)
    if (!found) throw new Error(`no cell ${name}`)
    return found
  }
})

describe('what is wrong is said with its line, and the rest stays', () => {
  const cases: [string, string, string, number][] = [
    ['no head', `正文\n${sql}`, 'head-missing', 1],
    ['an open head', `---\ntitle: x\n\n${sql}`, 'head-open', 1],
    ['a head without a title', `---\nquestion: x\n---\n${sql}`, 'head-wrong', 2],
    ['broken YAML in the head', `---\ntitle: [x\n---\n${sql}`, 'head-wrong', 3],
    ['an unknown key in the head', `---\ntitle: x\nscript: y\n---\n${sql}`, 'head-wrong', 2],
    ['an open cell', `${head}\`\`\`sql name=first\nSELECT 1\n${sql}`, 'fence-open', 7],
    ['a cell without a name', `${head}\`\`\`sql\nSELECT 1\n\`\`\`\n${sql}`, 'name-missing', 7],
    ['a name with a dash', `${head}\`\`\`sql name=a-b\nSELECT 1\n\`\`\`\n${sql}`, 'name-wrong', 7],
    [
      'a name taken, whatever its case',
      `${head}${sql}${sql.replace('by_', 'BY_')}`,
      'name-taken',
      11,
    ],
    [
      'a stray word on the fence',
      `${head}\`\`\`sql name=a oops\nSELECT 1\n\`\`\`\n${sql}`,
      'attribute-wrong',
      7,
    ],
    ['an empty cell', `${head}\`\`\`sql name=a\n\n\`\`\`\n${sql}`, 'cell-empty', 7],
    ['an unknown input', `${head}\`\`\`input name=a type=file\n\`\`\`\n${sql}`, 'input-wrong', 8],
    ['an input out of its range', `${head.replace('14', '40')}${input}${sql}`, 'input-wrong', 8],
    ['an unknown mark', `${head}${sql}${chart.replace('barX', 'image')}`, 'chart-wrong', 14],
    [
      'a chart of an unknown table',
      `${head}${sql}${chart.replace('from: by_province', 'from: secrets')}`,
      'source-unknown',
      11,
    ],
    ['a quote that cannot be read', `${head}${sql}{{by_province.a | eval}}`, 'quote-wrong', 11],
    ['a quote of nothing', `${head}${sql}\n{{nobody.a}}`, 'quote-unknown', 12],
  ]
  it.each(cases)('%s', (_, text, kind, line) => {
    const notebook = parseNotebook(text)
    expect(notebook.problems.map((one) => [one.kind, one.line])).toEqual([[kind, line]])
    expect(cellsOf(notebook, 'sql').map(({ name }) => name)).toContain('by_province')
    const sentence = explain(notebook.problems[0]!)
    expect(sentence.zh).not.toMatch(/undefined|\[object/)
    expect(sentence.en).not.toMatch(/undefined|\[object/)
  })

  it('does not draw a chart of a dataset that the notebook does not name', () => {
    const text = `${head}${chart.replace('from: by_province', 'from: hotline_tickets')}`
    const notebook = parseNotebook(text)
    expect(cellsOf(notebook, 'chart')).toEqual([])
    expect(notebook.blocks).toMatchObject([{ kind: 'broken', was: 'chart', name: 'rank' }])
  })

  it('names the field of a chart that is wrong', () => {
    const text = `${head}${sql}${chart.replace('x: a', 'x: [a]')}`
    const [problem] = parseNotebook(text).problems
    expect(explain(problem!).zh).toContain('plot[1].x')
  })
})
