/**
 * 安澜市, a city that does not exist. Division codes begin with 99, which GB/T 2260 gives to no
 * province, so that its rows can never be taken for a real place's.
 */

/** How a place was built up; it decides what its people call about. */
type PlaceKind = 'old' | 'new' | 'town'

interface Street {
  readonly code: string
  readonly name: string
  readonly kind: PlaceKind
  readonly residents: number
  /** Time that the street office takes, in % of the city's usual. */
  readonly pace: number
  readonly communities: readonly string[]
}

interface District {
  readonly code: string
  readonly name: string
  readonly streets: readonly Street[]
}

function street(
  code: string,
  name: string,
  kind: PlaceKind,
  residents: number,
  pace: number,
  communities: string,
): Street {
  return { code, name, kind, residents, pace, communities: communities.split(' ') }
}

export const districts: readonly District[] = [
  {
    code: '990102',
    name: '澜东区',
    streets: [
      street('001', '钟楼街道', 'old', 68_200, 96, '鼓楼社区 文庙社区 大井社区 北门社区 梧桐社区'),
      street('002', '柳堤街道', 'old', 74_600, 118, '柳堤社区 纺机社区 红砖社区 渡口社区 长桥社区'),
      street('003', '河坊街道', 'old', 52_300, 104, '河坊社区 酱园社区 南塘社区 花巷社区 书院社区'),
      street('004', '东湖街道', 'new', 61_000, 90, '东湖社区 湖光社区 芦苇社区 听涛社区 双桂社区'),
    ],
  },
  {
    code: '990103',
    name: '澜西区',
    streets: [
      street('001', '新港街道', 'new', 96_800, 112, '港前社区 锦帆社区 远航社区 海棠社区 银杏社区'),
      street('002', '科创街道', 'new', 88_400, 82, '创智社区 云谷社区 北斗社区 长风社区 橙光社区'),
      street('003', '星河街道', 'new', 71_900, 95, '星河社区 天和社区 秋水社区 金穗社区 百合社区'),
      street('004', '云帆街道', 'new', 59_700, 134, '云帆社区 朝晖社区 安居社区 乐业社区 丰和社区'),
    ],
  },
  {
    code: '990104',
    name: '望山区',
    streets: [
      street('001', '望山街道', 'old', 57_500, 101, '山门社区 石桥社区 建设社区 矿工社区 广场社区'),
      street('002', '青石镇', 'town', 48_300, 108, '青石社区 镇北社区 上坪村 下坪村 石马村'),
      street('003', '茶坪镇', 'town', 36_100, 115, '茶坪社区 春芽社区 竹林村 大坳村 泉水村'),
      street('004', '白沙镇', 'town', 29_400, 122, '白沙社区 码头社区 沙洲村 柳湾村 三棵树村'),
    ],
  },
]

/** What part of a street's residents lives in its first, second … community, in %. */
const communityShares = [27, 23, 20, 17, 13] as const

export interface Community {
  readonly code: string
  readonly community: string
  readonly street: string
  readonly district: string
  readonly kind: PlaceKind
  readonly residents: number
  readonly pace: number
}

export const communities: readonly Community[] = districts.flatMap((district) =>
  district.streets.flatMap((each) =>
    communityShares.map((share, index) => ({
      code: `${district.code}${each.code}${String(index + 1).padStart(3, '0')}`,
      community: each.communities[index] ?? '',
      street: each.name,
      district: district.name,
      kind: each.kind,
      residents: Math.round((each.residents * share) / 100),
      pace: each.pace,
    })),
  ),
)
