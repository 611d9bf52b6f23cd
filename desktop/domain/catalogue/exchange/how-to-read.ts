import type { Sheet } from './sheet.ts'

/** The version of the workbook's form; a newer one is not read. */
export const workbookVersion = 1
const versionHeading = '格式版本'

type Names = Readonly<Record<'catalogue' | 'fields' | 'resources' | 'notes', string>>

/** The sheet that tells a reader, and this program, what the others are. */
export function howToRead(names: Names, madeBy: string, datasets: number): Sheet {
  const lines: readonly (readonly [string, string | number])[] = [
    [versionHeading, workbookVersion],
    ['生成', madeBy],
    ['数据集', datasets],
    [
      names.catalogue,
      '一行一个数据集：前面是《政务信息资源目录编制指南（试行）》的 13 项核心元数据，后面是版本、来源和治理信息。',
    ],
    [
      names.fields,
      '一行一个信息项（字段），按顺序排列；用“数据集标识”和“资源名”与另外两张表对应。',
    ],
    [
      names.resources,
      '一行一张数据表：文件、字节数、行数和校验值（SHA-256）。这里只有目录，没有数据本身。',
    ],
    [
      '怎样修改',
      '可以增删行、改单元格、调整列的顺序，不要改列名。“信息资源格式”和“信息项信息”两列由其他表得出，导入时不读。',
    ],
    [
      '一格多项',
      '一行一项。“许可”写“名称 | 标题 | 网址”，“来源”写“标题 | 版本 | 网址”，“可取的值”写“值＝含义”。',
    ],
    ['其他（JSON）', '其余各列放不下的内容，由软件填写；没有就空着。'],
    ['导入', '在致知的数据目录点“导入目录”，先看哪些是新的、哪些有改动，再确认。'],
  ]
  const columns = [
    { heading: '项目', width: 16 },
    { heading: '说明', width: 90 },
  ]
  return { name: names.notes, columns, rows: lines }
}

/** The version that a sheet 说明 names; 1 where it names none. */
export function versionOf(rows: readonly (readonly (string | undefined)[])[]): number {
  const row = rows.find(([name]) => name?.trim() === versionHeading)
  const version = Number(row?.[1] ?? workbookVersion)
  return Number.isInteger(version) ? version : workbookVersion
}
