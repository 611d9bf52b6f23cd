import { describe, expect, it } from 'vitest'
import { changedCells, withBody } from '../../desktop/domain/notebook/edit.ts'
import { cellsOf } from '../../desktop/domain/notebook/notebook.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { editorSpan, editorText } from '../../desktop/renderer/features/workbench/editor-text.ts'
import { GivenTexts } from '../../desktop/renderer/features/workbench/given-texts.ts'
import { outlineOf } from '../../desktop/renderer/features/workbench/outline.ts'
import { PendingCells } from '../../desktop/renderer/features/workbench/pending-cells.ts'

const text = `---
title: 桌面
---
# 一、开头

\`\`\`sql name=slow
SELECT 1
\`\`\`
\`\`\`sql name=quick
SELECT 2
\`\`\`
## 二、结尾 ##
\`\`\`input name=low type=slider min=1 max=2
label: 门槛
\`\`\`
`
const edited = (source: string, name: string, body: string) => {
  const notebook = parseNotebook(source)
  const cell = cellsOf(notebook, 'sql').find((one) => one.name === name)!
  return withBody(notebook, cell, body)
}

describe('the text that is given to the engine', () => {
  const never = () => false
  const waits = (name: string) => name === 'slow'

  it('is the text as it stands, where nothing waits', () => {
    expect(new GivenTexts().textToRun(parseNotebook(text), never)).toBe(text)
  })

  it('holds a waiting cell as it last succeeded', () => {
    const given = new GivenTexts()
    given.textToRun(parseNotebook(text), never)
    given.succeeded('slow', 1)
    const changed = edited(edited(text, 'slow', 'SELECT 10'), 'quick', 'SELECT 20')
    const run = given.textToRun(parseNotebook(changed), waits)
    expect(run).toBe(edited(text, 'quick', 'SELECT 20'))
    expect(given.textToRun(parseNotebook(changed), never)).toBe(changed)
  })

  it('does not take a cancelled text for a good one', () => {
    const given = new GivenTexts()
    given.textToRun(parseNotebook(text), never)
    given.succeeded('slow', 1)
    const endless = edited(text, 'slow', 'SELECT endless')
    given.textToRun(parseNotebook(endless), never)
    given.succeeded('slow', 1) // the table of before
    expect(given.textToRun(parseNotebook(endless), waits)).toBe(text)
  })
})

it('a place in a text counts line ends as the editor does', () => {
  const body = 'SELECT\r\n  a,\r\n  b'
  expect(editorText(body)).toBe('SELECT\n  a,\n  b')
  const from = body.indexOf('b')
  expect(editorSpan(body, { from, to: from + 1 })).toEqual({ from: 14, to: 15 })
})

it('the outline holds headings and cells in order', () => {
  const entries = outlineOf(parseNotebook(text).blocks)
  expect(entries.map(({ kind, title }) => [kind, title])).toEqual([
    ['heading', '一、开头'],
    ['sql', 'slow'],
    ['sql', 'quick'],
    ['heading', '二、结尾'],
    ['input', '门槛'],
  ])
})

describe('cells whose text was changed', () => {
  it('wait for a click, or run when the hand has come to rest', async () => {
    const runs: string[] = []
    const pending = new PendingCells(() => {
      pending.begin()
      runs.push(['slow', 'quick', 'other'].filter((cell) => pending.has(cell)).join())
    })
    for (const cell of ['slow', 'quick', 'other']) pending.add(cell)
    pending.runSoon(1, 'quick')
    pending.runSoon(1) // a slider, meanwhile
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(runs).toEqual(['slow,other'])
    pending.begin(['slow'])
    expect(pending.has('slow')).toBe(false)
    pending.beginAll()
    expect(pending.has('other')).toBe(false)
  })
})

describe('the cells that a step back changes', () => {
  it('are those whose text differs, and those that are new', () => {
    const changed = edited(text, 'quick', 'SELECT 20')
    expect(changedCells(parseNotebook(text), parseNotebook(changed))).toEqual(['quick'])
    expect(changedCells(parseNotebook('---\ntitle: 空\n---\n'), parseNotebook(text))).toEqual([
      'slow',
      'quick',
    ])
    expect(changedCells(parseNotebook(text), parseNotebook(text))).toEqual([])
  })
})
