/**
 * What grid workers in 安澜市 come across. Invented, but of the usual kinds. The columns:
 * - `weight`: share of all events, in 1/1,000;
 * - `spot`: what kind of spot it is found at (places.ts);
 * - `found`: by whom, mostly (`sources` below);
 * - `season`, `rhythm`: when it comes up (hotline/rhythms.ts); `growth`: of the events, in 1/1,000 a year;
 * - `old new town`: how often it comes up in such a place, in % of the usual;
 * - `serious urgent`: of 100 events;
 * - `base`: days that it takes at the least, in 1/100, at least 170, so that a reform that saves
 *   1.2 days leaves more than a quarter of a day even of an urgent event; `tail`: mean of what comes
 *   on top (exponential), in 1/100 days;
 * - `handler`: who deals with it.
 *
 * The order is fixed: a kind's number, which the draws depend on, is its place in the list.
 */
const table = `
category kind weight spot found season rhythm growth old new town serious urgent base tail handler
市容环境 乱堆杂物 106 lane seen flat daily 10 130 85 100 6 1 180 120 社区网格组
市容环境 暴露垃圾 95 lane seen summer daily 20 120 80 115 8 1 170 90 环卫作业队
市容环境 占道经营 80 road filmed summer daily -20 125 90 80 7 1 180 110 街道综合执法队
市容环境 小广告 55 house seen flat office -60 120 105 50 2 0 200 150 社区网格组
公共设施 路面破损 64 road seen rain daily 10 105 80 140 22 4 260 210 市政养护所
公共设施 井盖缺损 37 road filmed rain daily 0 110 95 90 46 18 190 100 市政养护所
公共设施 路灯不亮 50 road told winter evening -10 105 90 120 14 2 220 150 市政养护所
公共设施 健身设施损坏 33 lane told flat daily 20 95 115 85 12 2 300 240 街道公共服务办
安全隐患 消防通道堵塞 62 lane seen flat daily 40 120 110 40 40 16 180 110 消防救援站
安全隐患 飞线充电 65 house seen heat evening 90 140 90 40 44 14 190 120 社区网格组
安全隐患 楼道堆物 75 house seen flat daily 10 150 85 20 24 4 210 150 物业服务企业
安全隐患 高空坠物隐患 24 house told rain daily 30 110 125 20 52 24 200 140 物业服务企业
矛盾纠纷 邻里纠纷 57 house told flat evening 30 105 110 80 14 3 290 260 人民调解委员会
矛盾纠纷 物业纠纷 41 house told flat daily 60 80 150 10 18 3 330 300 人民调解委员会
民生服务 独居老人求助 36 house told winter daily 70 130 60 110 38 22 170 80 社区居委会
民生服务 困难家庭帮扶 21 house seen newyear office 10 120 60 130 20 4 340 280 街道公共服务办
生态环境 污水外溢 42 lane told flood daily 0 125 80 110 36 12 200 130 水务所
生态环境 露天焚烧 18 field filmed winter daily -60 30 20 420 30 10 170 70 生态环境所
违法建设 私搭乱建 39 lane seen flat office -30 125 60 130 34 4 360 320 街道综合执法队
`

const [header = '', ...lines] = table.trim().split('\n')

export const kindColumns: readonly string[] = header.split(' ')

const number = /^-?\d+$/

export const kinds: readonly Readonly<Record<string, string | number>>[] = lines.map((line) => {
  const cells = line.split(' ').map((cell) => (number.test(cell) ? Number(cell) : cell))
  return Object.fromEntries(kindColumns.map((column, index) => [column, cells[index] ?? '']))
})

/** By what an event became known, in % of those that are mostly found so. */
export const sources: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  seen: { 巡查: 72, 居民上报: 14, 热线转办: 8, 视频: 6 },
  told: { 巡查: 30, 居民上报: 42, 热线转办: 28 },
  filmed: { 巡查: 44, 居民上报: 12, 热线转办: 12, 视频: 32 },
}

/** What the months add to the days that everybody takes, January to December, in 1/100. */
export const slowMonths = [40, 60, 15, 10, 0, 10, 25, 30, 10, 25, 5, 20] as const

/** What an urgent event takes less, in 1/100 days. */
export const urgentSaves = 20
