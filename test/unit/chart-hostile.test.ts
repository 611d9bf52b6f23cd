import { describe, expect, it } from 'vitest'
import { compileChart } from '../../desktop/domain/notebook/chart-spec.ts'
import { paperPalette } from '../../desktop/domain/notebook/palette.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { explain } from '../../desktop/domain/notebook/problem.ts'

const head = '---\ntitle: 题\nquestion: 问\ndatasets: [census-2020]\n---\n\n'
const notebook = (body: string, fence = 'name=c') =>
  parseNotebook(
    `${head}\`\`\`sql name=t\nSELECT 1 AS a\n\`\`\`\n\n\`\`\`chart ${fence}\n${body}\n\`\`\`\n`,
  )
const bar = 'plot: [{ mark: barX, x: a, y: b }]'
const plot = (marks: string) => `title: 题\nfrom: t\nplot: ${marks}`

/** What is written, and a word of the sentence that refuses it. */
const refused: readonly (readonly [string, string, string])[] = [
  ['an image', plot('[{ mark: image, x: a, y: b, src: "https://evil.example/x.png" }]'), 'plot'],
  ['a link on a mark', plot('[{ mark: dot, x: a, y: b, href: "javascript:alert(1)" }]'), 'href'],
  [
    'a style',
    plot('[{ mark: dot, x: a, y: b, style: "background:url(//evil.example)" }]'),
    'style',
  ],
  [
    'a colour that is CSS',
    `title: 题\nfrom: t\n${bar}\ncolor: { values: { a: "url(//e)" } }`,
    'color',
  ],
  ['SQL in a channel', plot('[{ mark: barX, x: { sql: "DROP TABLE t" }, y: b }]'), 'plot[1].x'],
  ['an expression', plot('[{ mark: barX, x: { expr: "a + b" }, y: b }]'), 'plot[1].x'],
  ['a function', plot('[{ mark: barX, x: { sum: { column: a } }, y: b }]'), 'plot[1].x'],
  ['an extension', `title: 题\nfrom: t\n${bar}\nconfig: { extensions: httpfs }`, 'config'],
  ['data of its own', `title: 题\nfrom: t\n${bar}\ndata: { t: "SELECT 1" }`, 'data'],
  ['a file to read', `title: 题\nfrom: "read_csv('/etc/passwd')"\n${bar}`, 'from'],
  ['an address to read', `title: 题\nfrom: https://evil.example/x.csv\n${bar}`, 'from'],
  ['a table of the engine', `title: 题\nfrom: main.information_schema.tables\n${bar}`, 'from'],
  ['a table outside the notebook', `title: 题\nfrom: hotline_tickets\n${bar}`, 'hotline_tickets'],
  ['another schema', `title: 题\nfrom: session_1.t\n${bar}`, 'session_1'],
  ['__proto__ at the top', `title: 题\nfrom: t\n${bar}\n__proto__: { polluted: 1 }`, '__proto__'],
  [
    '__proto__ in a mark',
    plot('[{ mark: barX, x: a, y: b, __proto__: { tip: true } }]'),
    '__proto__',
  ],
  [
    'constructor',
    `title: 题\nfrom: t\n${bar}\nconstructor: { prototype: { x: 1 } }`,
    'constructor',
  ],
  ['a mark called constructor', plot('[{ mark: constructor, x: a, y: b }]'), 'plot'],
  ['a channel __proto__', plot('[{ mark: barX, x: { __proto__: a }, y: b }]'), 'plot[1].x'],
  ['a warning called toString', `title: 题\nfrom: t\n${bar}\naccept: { toString: 理由 }`, 'accept'],
  ['a tag', `title: !!js/function "function () {}"\nfrom: [t]\n${bar}`, 'from'],
  ['aliases', `title: 题\nfrom: t\nx: &a { label: l }\ny: *a\n${bar}`, 'YAML'],
  [
    'a bomb of aliases',
    `a: &a [x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n${bar}`,
    'YAML',
  ],
  ['10 MB of title', `title: ${'长'.repeat(10_000_000)}\nfrom: t\n${bar}`, '太长'],
  ['a title of 301 signs', `title: ${'长'.repeat(301)}\nfrom: t\n${bar}`, 'title'],
  ['thousands of marks', plot(`[${'{ mark: barX, x: a, y: b },'.repeat(3000)}]`), 'plot'],
  ['lists in lists', `title: 题\nx: ${'['.repeat(50_000)}`, '嵌套太深'],
  ['maps in maps', `title: 题\nx: ${'{a: '.repeat(5000)}`, '嵌套太深'],
  ['dashes', '- '.repeat(40_000), '嵌套太深'],
  ['questions with anchors', '? &a '.repeat(20_000), '嵌套太深'],
  ['dashes with tags', '- !t '.repeat(20_000), '嵌套太深'],
  ['questions', '? '.repeat(40_000), '嵌套太深'],
  [
    'deep lines',
    Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    '嵌套太深',
  ],
  ['a height of a billion', `title: 题\nfrom: t\n${bar}\nheight: 1000000000`, 'height'],
  ['infinite domains', `title: 题\nfrom: t\n${bar}\nx: { domain: [-.inf, .inf] }`, 'domain'],
  ['not a number', `title: 题\nfrom: t\n${bar}\nx: { domain: [.nan, 1] }`, 'domain'],
  ['the same key twice', `title: 题\ntitle: 又一题\nfrom: t\n${bar}`, 'YAML'],
  ['no text at all', '', 'YAML|title|“键|空'],
]

describe('a hostile chart', () => {
  it.each(refused)('%s is refused with its sentence', (_, body, word) => {
    const { blocks, problems } = notebook(body)
    expect(blocks.filter(({ kind }) => kind === 'chart')).toEqual([])
    const said = problems.map((one) => explain(one).zh).join('\n')
    expect(said).toMatch(new RegExp(word.replaceAll(/[[\]()]/g, String.raw`\$&`)))
    // the rest of the notebook stays usable
    expect(blocks.some((block) => block.kind === 'sql' && block.name === 't')).toBe(true)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('has no way in on its fence', () => {
    for (const fence of [
      `name=c x=${'['.repeat(50_000)}`,
      'name=__proto__.x',
      'name=c x=[&a,*a]',
    ]) {
      const { blocks, problems } = notebook(`title: 题\nfrom: t\n${bar}`, fence)
      expect(blocks.filter(({ kind }) => kind === 'chart')).toEqual([])
      expect(problems.length).toBeGreaterThan(0)
    }
  })

  it('with markup in its words draws words', () => {
    const words = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const { blocks } = notebook(`title: "${words}"\nfrom: t\nsource: "javascript:alert(1)"\n${bar}`)
    const cell = blocks.find((block) => block.kind === 'chart')
    if (cell?.kind !== 'chart') throw new Error('no chart')
    const spec = JSON.stringify(
      compileChart(cell.chart, { palette: paperPalette, interactive: true }),
    )
    expect(spec).not.toMatch(/script|javascript|onerror/)
  })
})
