import {
  AlignmentType,
  convertMillimetersToTwip,
  DocumentGridType,
  Footer,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type ILevelsOptions,
  type IRunOptions,
} from 'docx'

/**
 * The layout of official documents (GB/T 9704-2012, 5 and 7): A4, 天头 37 mm, 订口 28 mm, 版心
 * 156 × 225 mm with 22 lines of 28 characters in 三号. Typefaces are named; none is carried.
 */

const mm = convertMillimetersToTwip

/** The width of the text in twips, and in pixels of 1/96 inch. */
export const textWidth = { twips: mm(156), pixels: 589 } as const

/** 225 mm in 22 lines, in twips. */
const linePitch = 580
export const bodyLine = { line: linePitch, lineRule: LineRuleType.EXACT }
export const freeLine = { line: 240, lineRule: LineRuleType.AUTO }
/** What is set small keeps to no grid: its lines have a height of their own, in twips. */
export const lineFor = (halfPoints: number) => ({
  spacing: { line: Math.round(halfPoints * 13.5), lineRule: LineRuleType.EXACT },
})
export const smallLines = lineFor(21)

/** Sizes in half points: 二号, 三号, 四号, 小四, 五号, 小五. */
export const size = {
  two: 44,
  three: 32,
  four: 28,
  smallFour: 24,
  five: 21,
  smallFive: 18,
} as const

const latin = 'Times New Roman'
const face = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia })
export const faces = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  black: face('黑体'),
  script: face('楷体_GB2312'),
  song: face('宋体'),
} as const

export const levelRun: readonly IRunOptions[] = [
  { font: faces.black, size: size.three },
  { font: faces.script, size: size.three },
  { font: faces.body, size: size.three, bold: true },
  { font: faces.body, size: size.three },
]

const level = (
  index: number,
  format: NonNullable<ILevelsOptions['format']>,
  text: string,
): ILevelsOptions => ({
  level: index,
  format,
  text,
  suffix: LevelSuffix.NOTHING,
  alignment: AlignmentType.LEFT,
  style: { run: levelRun[index] ?? {}, paragraph: { indent: { left: 0, firstLine: 640 } } },
})

export const numbering = {
  config: [
    {
      reference: 'levels',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
        level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
        level(2, LevelFormat.DECIMAL, '%3.'),
        level(3, LevelFormat.DECIMAL, '（%4）'),
      ],
    },
  ],
}

export const page = {
  size: { width: mm(210), height: mm(297) },
  margin: {
    top: mm(37),
    left: mm(28),
    right: mm(26),
    bottom: mm(35),
    header: mm(20),
    footer: mm(23),
  },
} as const

/** 28 characters of 三号 in 156 mm: each is set a little closer, in 1/4096 points. */
export const grid = { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: -860 } as const

/** `— 1 —` in 四号, one character in from the outer edge. */
function pageNumber(alignment: 'left' | 'right') {
  const run = { font: faces.song, size: size.four }
  return new Footer({
    children: [
      new Paragraph({
        alignment: alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [alignment]: 280 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

export const footers = () => ({ default: pageNumber('right'), even: pageNumber('left') })

/** Word's own headings are blue and of another typeface. */
const headingStyle = (index: number) => ({
  run: { color: '000000', italics: false, ...levelRun[index] },
  paragraph: { spacing: { before: 0, after: 0 } },
})

export const styles = {
  default: {
    document: { run: { font: faces.body, size: size.three, language: { eastAsia: 'zh-CN' } } },
    heading1: headingStyle(0),
    heading2: headingStyle(1),
    heading3: headingStyle(2),
    heading4: headingStyle(3),
  },
} as const
