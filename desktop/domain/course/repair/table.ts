import { parseCsv } from '../../catalogue/importing/csv.ts'
import { mostRows, type RepairColumn, type RepairExercise, type RepairTable } from './exercise.ts'

export type TableReading =
  | { readonly ok: true; readonly table: RepairTable }
  | { readonly ok: false; readonly problem: string }

/** The table of an exercise. @param file text of its CSV file, nothing where there is none */
export function repairTable(exercise: RepairExercise, file: string | undefined): TableReading {
  if (exercise.table) return checked(exercise.table)
  if (file === undefined) return refuse(`课的文件夹里没有 ${exercise.file ?? ''}`)
  const { rows, refused } = parseCsv(file.replace(/^\uFEFF/, ''), ',', mostRows + 2)
  const [broken] = refused
  if (broken) return refuse(`${exercise.file ?? ''} 第 ${broken.line} 行：${broken.reason}`)
  const [head, ...body] = rows.map(({ cells }) => cells)
  const columns = (head ?? []).map((name): RepairColumn => {
    const title = exercise.titles[name]
    return title === undefined ? { name } : { name, title }
  })
  return checked({ columns, rows: body })
}

function checked(table: RepairTable): TableReading {
  const { columns, rows } = table
  const names = columns.map(({ name }) => name)
  if (rows.length === 0) return refuse('表里一行也没有')
  if (rows.length > mostRows) return refuse(`表超过了 ${mostRows} 行`)
  if (new Set(names).size < names.length || names.includes('')) {
    return refuse('表里有的列没有名字，或者两列同名')
  }
  const uneven = rows.findIndex((row) => row.length !== columns.length)
  if (uneven < 0) return { ok: true, table }
  const cells = rows[uneven]?.length ?? 0
  return refuse(`表的第 ${uneven + 1} 行有 ${cells} 格，应当是 ${columns.length} 格`)
}

const refuse = (problem: string): TableReading => ({ ok: false, problem })
