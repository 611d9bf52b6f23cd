import { categoriesOf, type Categories, type ModelColumn, type ModelData } from './data.ts'
import { ModelError } from './design.ts'
import { noColumn } from './rows.ts'
import type { DidModel } from './spec.ts'

/** Rows of units over periods; who is treated from when. */
export interface Panel {
  readonly unit: Categories
  readonly time: Categories
  readonly treated: Uint8Array
  /** The first treated period of a treated row’s unit, by code of `time`; −1 elsewhere. */
  readonly starts: Int32Array
  readonly staggered: boolean
}

/** Reads the panel from complete rows; refuses what no difference in differences can use. */
export function panelOf(spec: DidModel, data: ModelData): Panel {
  const [unit, time] = [spec.unit, spec.time].map((name) => categoriesOf(column(data, name)))
  if (!unit || !time) throw noColumn(spec.unit)
  const treated = treatedIn(column(data, spec.treated), spec.treated)
  if (!treated.includes(1) || !treated.includes(0)) {
    throw new ModelError(
      '双重差分要有受影响的一组和没受影响的一组，这里只有一组。',
      'A difference in differences needs treated and untreated units; there is one kind only.',
    )
  }
  const starts = startsIn(spec, data, time, treated)
  steady(unit, treated, starts)
  twice(unit, time)
  const found = new Set(starts.filter((start) => start >= 0))
  const first = Math.min(...found)
  if (first < 1) {
    throw new ModelError(
      '受影响的一组没有实施之前的时期，没有东西可比。',
      'The treated units have no period before the start to compare with.',
    )
  }
  return { unit, time, treated, starts, staggered: found.size > 1 }
}

function column(data: ModelData, name: string): ModelColumn {
  const found = data.columns.get(name)
  if (!found) throw noColumn(name)
  return found
}

const yes = /^(?:1|true|t|yes|是|有)$/iu
const no = /^(?:0|false|f|no|否|无)$/iu

function treatedIn(found: ModelColumn, name: string): Uint8Array {
  const meaning = (text: string): number => {
    if (yes.test(text)) return 1
    if (no.test(text)) return 0
    throw new ModelError(
      `“${name}”应该只有 0 和 1（或是、否），这里有“${text}”。`,
      `“${name}” must be 0 or 1 (yes or no); it has “${text}”.`,
    )
  }
  const { levels, codes } = categoriesOf(found)
  const meanings = levels.map(meaning)
  return Uint8Array.from(codes, (code) => meanings[code] ?? 0)
}

/** The first treated period of each treated row’s unit, as the spec or a column of the data has it. */
function startsIn(
  { start, start_column: name, time: timeName }: DidModel,
  data: ModelData,
  time: Categories,
  treated: Uint8Array,
): Int32Array {
  const codeFor = (text: string): number => {
    const same = time.levels.indexOf(text)
    const code = same >= 0 ? same : later(time.levels, text, data.columns.get(timeName))
    if (code !== undefined) return code
    throw new ModelError(
      `实施的时间“${text}”不在“${timeName}”的时期里。`,
      `The start “${text}” is none of the periods of “${timeName}”.`,
    )
  }
  if (name === undefined) {
    if (start === undefined) {
      throw new ModelError(
        '请说明从哪一期开始实施：start 写时期，或 start_column 写记着它的列。',
        'Say when it started: a period in start, or in start_column the column that has it.',
      )
    }
    const code = codeFor(String(start))
    return Int32Array.from(treated, (one) => (one === 1 ? code : -1))
  }
  const { levels, codes } = categoriesOf(column(data, name))
  const used = new Set(codes.filter((_, row) => treated[row] === 1))
  if (used.has(-1)) {
    throw new ModelError(
      `受影响的单位在“${name}”里没有实施时间。`,
      `Treated units lack a start in “${name}”.`,
    )
  }
  const known = levels.map((level, code) => (used.has(code) ? codeFor(level) : -1))
  return Int32Array.from(treated, (one, row) => (one === 1 ? (known[codes[row] ?? 0] ?? -1) : -1))
}

/** Numbers between periods start at the next one. */
function later(
  levels: readonly string[],
  text: string,
  time: ModelColumn | undefined,
): number | undefined {
  if (time?.kind !== 'numbers') return undefined
  const wanted = Number(text)
  const at = levels.findIndex((level) => Number(level) >= wanted)
  return at >= 0 ? at : undefined
}

/** A unit is treated or not, from one time on, in all its rows. */
function steady({ levels, codes }: Categories, treated: Uint8Array, starts: Int32Array): void {
  const groups = new Map<number, string>()
  for (let row = 0; row < codes.length; row++) {
    const unit = codes[row] ?? 0
    const group = `${treated[row] ?? 0} ${starts[row] ?? -1}`
    const before = groups.get(unit)
    if (before !== undefined && before !== group) {
      const name = levels[unit] ?? ''
      throw new ModelError(
        `“${name}”有时算受影响、有时不算，或有两个实施时间。每个单位要始终属于一组；“受影响”指它后来受没受影响，不是当期。`,
        `“${name}” is treated in some rows and not in others, or has two starts. A unit belongs to one group in all its rows.`,
      )
    }
    groups.set(unit, group)
  }
}

function twice(unit: Categories, time: Categories): void {
  const seen = new Set<number>()
  for (let row = 0; row < unit.codes.length; row++) {
    const [who, when] = [unit.codes[row] ?? 0, time.codes[row] ?? 0]
    const key = who * time.levels.length + when
    if (seen.has(key)) {
      throw new ModelError(
        `“${unit.levels[who] ?? ''}”在“${time.levels[when] ?? ''}”有两行；每个单位每期只能有一行。请先汇总。`,
        `“${unit.levels[who] ?? ''}” has two rows in “${time.levels[when] ?? ''}”; a unit has one row a period. Aggregate first.`,
      )
    }
    seen.add(key)
  }
}
