/** A place of a tile map: one square, wherever it helps to be found. */
export interface Tile {
  /** As the national standard or the dataset writes it: 2 digits for a province, 9 for a street. */
  readonly code: string
  readonly name: string
  /** What stands on the square. */
  readonly short: string
  readonly row: number
  readonly column: number
}

export interface TileLayout {
  readonly tiles: readonly Tile[]
  readonly rows: number
  readonly columns: number
  /** What must stand on every drawing. */
  readonly note: string
}

function layout(rows: readonly string[], note: string): TileLayout {
  const tiles = rows.flatMap((line, row) =>
    line.split('|').flatMap((cell, column): Tile[] => {
      const [code = '', name = '', short = ''] = cell.trim().split(/\s+/)
      return code === '' ? [] : [{ code, name, short: short === '' ? name : short, row, column }]
    }),
  )
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1
  return { tiles, rows: rows.length, columns, note }
}

/** The 34 divisions of province level, each where its neighbours are; sizes and outlines say nothing. */
export const provinces = layout(
  [
    '|||||||23 黑龙江省 黑龙江',
    '65 新疆维吾尔自治区 新疆||||15 内蒙古自治区 内蒙古||21 辽宁省 辽宁|22 吉林省 吉林',
    '|62 甘肃省 甘肃|64 宁夏回族自治区 宁夏|14 山西省 山西|13 河北省 河北|11 北京市 北京|12 天津市 天津',
    '54 西藏自治区 西藏|63 青海省 青海|61 陕西省 陕西|41 河南省 河南|37 山东省 山东',
    '|51 四川省 四川|50 重庆市 重庆|42 湖北省 湖北|34 安徽省 安徽|32 江苏省 江苏|31 上海市 上海',
    '|53 云南省 云南|52 贵州省 贵州|43 湖南省 湖南|36 江西省 江西|33 浙江省 浙江',
    '|||45 广西壮族自治区 广西|44 广东省 广东|35 福建省 福建|71 台湾省 台湾',
    '|||46 海南省 海南|82 澳门特别行政区 澳门|81 香港特别行政区 香港',
  ],
  '示意图：一格一地，不表示边界和面积',
)

/** The streets of Anlan, a made-up city: its three districts from west to east. */
export const anlanStreets = layout(
  [
    '990104001 望山街道|990104002 青石镇||990103001 新港街道|990103002 科创街道||990102001 钟楼街道|990102002 柳堤街道',
    '990104003 茶坪镇|990104004 白沙镇||990103003 星河街道|990103004 云帆街道||990102003 河坊街道|990102004 东湖街道',
  ],
  '示意图：一格一街道（镇），不表示边界和面积；安澜市是虚构的',
)

export const tileLayouts = { provinces, 'anlan-streets': anlanStreets } as const
