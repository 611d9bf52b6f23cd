import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
  type Table,
} from 'docx'
import type { Pictures } from '../../../services/report/makers.ts'
import { bodyLine, faces, smallLines, levelRun, size } from './layout.ts'
import { pictureOf } from './picture.ts'
import { plain, runsOf, type Places } from './runs.ts'
import { tableOf } from './table.ts'

export interface Writing {
  readonly places: Places
  readonly pictures: Pictures
  /** How many pictures were placed. */
  placed: number
}

type Piece = Paragraph | Table

const body: IRunOptions = { font: faces.body, size: size.three }
const small: IRunOptions = { font: faces.body, size: size.five, snapToGrid: false }
const twoCharacters = { firstLine: 640 }

/** The numbers that authors write themselves; the levels are numbered by Word. */
const written =
  /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]\s*|（\d+）)/

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const

const inline = new Set('a b br code del em i span strong time'.split(' '))
const isInline = (node: Node) =>
  node.nodeType === 3 || (node.nodeType === 1 && inline.has((node as Element).localName))

/** What a piece of the page is in the document; words that stand in no paragraph get one. */
export function piecesOf(parent: Element, writing: Writing): Piece[] {
  const pieces: Piece[] = []
  let loose: Node[] = []
  const end = () => {
    const words = loose.map(({ textContent }) => textContent ?? '').join('')
    if (words.trim() !== '') pieces.push(wordsOf(loose, writing))
    loose = []
  }
  for (const node of Array.from(parent.childNodes)) {
    if (isInline(node)) loose.push(node)
    else if (node.nodeType === 1) {
      end()
      pieces.push(...pieceOf(node as Element, writing))
    }
  }
  end()
  return pieces
}

function wordsOf(nodes: readonly Node[], { places }: Writing): Paragraph {
  const children = runsOf({ childNodes: nodes }, small, places)
  return new Paragraph({ ...smallLines, alignment: AlignmentType.LEFT, children })
}

function pieceOf(element: Element, writing: Writing): Piece[] {
  switch (element.localName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [headingOf(element, writing)]
    case 'p':
      return [paragraphOf(element, writing)]
    case 'ul':
    case 'ol':
      return listOf(element, writing)
    case 'table':
      return [tableOf(element, writing.places), new Paragraph(smallLines)]
    case 'svg':
      return [nextPicture(element, writing)]
    case 'pre':
      return codeOf(element)
    case 'dl':
      return Array.from(element.children, (one) => paragraphOf(one, writing))
    case 'hr':
    case 'nav':
    case 'script':
      return []
    case 'summary':
      return [
        new Paragraph({
          ...smallLines,
          keepNext: true,
          children: runsOf(element, { ...small, bold: true }, writing.places),
        }),
      ]
    default:
      return boxOf(element, writing)
  }
}

/** A box of the page is nothing on paper, but its place can be linked to; a folded table stays out. */
function boxOf(element: Element, writing: Writing): Piece[] {
  if (element.classList.contains('screen')) return []
  if (element.localName === 'figure' || element.classList.contains('title'))
    return Array.from(element.children).flatMap((one) => figurePart(one, writing))
  const id = element.getAttribute('id')
  const pieces = piecesOf(element, writing)
  if (!id) return pieces
  const children = [new Bookmark({ id: writing.places.of(id), children: [] })]
  return [
    new Paragraph({ spacing: { line: 20, lineRule: bodyLine.lineRule }, children }),
    ...pieces,
  ]
}

/** A figure's title stands above it, centred and without a number. */
function figurePart(element: Element, writing: Writing): Piece[] {
  const name = element.localName
  if (name !== 'h3' && name !== 'span') return pieceOf(element, writing)
  const run = name === 'h3' ? { font: faces.black, size: size.smallFour } : small
  const children = runsOf(element, run, writing.places)
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, ...smallLines, keepNext: true, children }),
  ]
}

function nextPicture(svg: Element, writing: Writing): Paragraph {
  writing.placed += 1
  return pictureOf(svg, writing.pictures?.[writing.placed - 1])
}

function headingOf(element: Element, { places }: Writing): Paragraph {
  const level = Math.max(0, Math.min(3, Number(element.localName.slice(1)) - 2))
  const text = plain(element.textContent).replace(written, '')
  const run = new TextRun({ ...levelRun[level], text })
  return new Paragraph({
    heading: headings[level] ?? HeadingLevel.HEADING_4,
    numbering: { reference: 'levels', level },
    spacing: bodyLine,
    keepNext: true,
    children: bookmarked(element, [run], places),
  })
}

function bookmarked(element: Element, children: ParagraphChild[], places: Places) {
  const id = element.getAttribute('id')
  return id ? [new Bookmark({ id: places.of(id), children })] : children
}

/** A note, a source or a caption is set small; all else as the body. */
function paragraphOf(element: Element, { places }: Writing): Paragraph {
  const isSmall = element.closest('.from, .note, .about, figcaption, details, footer') !== null
  const bold = element.classList.contains('problem') ? { bold: true } : {}
  const style = { ...(isSmall ? small : body), ...bold }
  const children = bookmarked(element, runsOf(element, style, places), places)
  return new Paragraph({ ...paper(isSmall), children })
}

const paper = (isSmall: boolean): IParagraphOptions =>
  isSmall
    ? { ...smallLines, alignment: AlignmentType.LEFT }
    : { spacing: bodyLine, indent: twoCharacters, alignment: AlignmentType.BOTH }

function listOf(list: Element, writing: Writing): Piece[] {
  const ordered = list.localName === 'ol'
  return Array.from(list.children).flatMap((item, index) => {
    if (item.querySelector('p, ul, ol')) return boxOf(item, writing)
    const isSmall = item.closest('footer, details') !== null
    const style = isSmall ? small : body
    const mark = new TextRun({ ...style, text: ordered ? `${index + 1}. ` : '· ' })
    const children = [mark, ...runsOf(item, style, writing.places)]
    return [new Paragraph({ ...paper(isSmall), children })]
  })
}

function codeOf(element: Element): Paragraph[] {
  const font = { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Consolas', eastAsia: '宋体' }
  return plain(element.textContent)
    .split('\n')
    .map((text) => {
      const children = [new TextRun({ font, size: size.smallFive, text })]
      return new Paragraph({ ...smallLines, alignment: AlignmentType.LEFT, children })
    })
}
