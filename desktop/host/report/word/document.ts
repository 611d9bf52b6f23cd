import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import { Window } from 'happy-dom'
import { piecesOf, type Writing } from './blocks.ts'
import {
  bodyLine,
  faces,
  footers,
  freeLine,
  grid,
  numbering,
  page,
  size,
  styles,
} from './layout.ts'
import type { WordJob } from './messages.ts'
import { Places, plain } from './runs.ts'

/** A report's page as a document in the layout of official documents. */
export async function wordFile({ html, pictures }: WordJob): Promise<Uint8Array> {
  const body = bodyOf(html)
  const writing: Writing = { places: new Places(), pictures, placed: 0 }
  const title = plain(body.querySelector('header h1')?.textContent ?? '')
  const question = plain(body.querySelector('header .question')?.textContent ?? '')
  const parts = ['main', 'footer'].flatMap((name) => {
    const part = body.querySelector(`:scope > ${name}`)
    return part ? piecesOf(part, writing) : []
  })
  const file = new Document({
    title,
    creator: '致知',
    numbering,
    evenAndOddHeaderAndFooters: true,
    styles,
    sections: [
      {
        properties: { page, grid },
        footers: footers(),
        children: [...titleOf(title, question), ...parts],
      },
    ],
  })
  return Packer.toBuffer(file)
}

/** Our own page, read without running or fetching anything. */
function bodyOf(html: string): Element {
  const { document } = new Window({
    settings: {
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
    },
  })
  const inside = html.slice(
    html.indexOf('<body>') + 6,
    html.indexOf('<script type="application/json"'),
  )
  document.body.innerHTML = inside
  return document.body as unknown as Element
}

function titleOf(title: string, question: string): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER, spacing: { ...freeLine, after: 240 } }
  const run = (text: string, font: typeof faces.title, letters: number) =>
    new TextRun({ text, font, size: letters })
  return [
    new Paragraph({ ...centred, children: [run(title, faces.title, size.two)] }),
    ...(question === ''
      ? []
      : [new Paragraph({ ...centred, children: [run(question, faces.script, size.three)] })]),
    new Paragraph({ spacing: bodyLine }),
  ]
}
