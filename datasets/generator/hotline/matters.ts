/**
 * What people call 12345 about in 安澜市. Invented, but of the usual proportions. The columns:
 * - `weight`: share of all first calls, in 1/10,000;
 * - `ask help complain report suggest`: how it is put (咨询 求助 投诉 举报 建议), in %;
 * - `term_days`: working days allowed;
 * - `median_hours`, `scatter`: time to close (log-logistic: median, and scale in %);
 * - `season`, `rhythm`: when it comes up (rhythms.ts); `growth`: of the calls, in 1/1,000 a year;
 * - `old new town`: how often it comes up in such a place, in % of the usual;
 * - `satisfied_rate`: callers satisfied when it was closed in time, in %;
 * - `urgent_rate`: tickets marked urgent, in 1/1,000.
 *
 * The order is fixed: a matter's number, which the draws depend on, is its place in the list.
 */
const table = `
category subcategory department weight ask help complain report suggest term_days median_hours scatter season rhythm growth old new town satisfied_rate urgent_rate
市容环卫 垃圾清运 城市管理局 520 4 34 50 4 8 5 44 42 summer daily 40 120 85 110 93 8
市容环卫 占道经营 城市管理局 410 2 8 62 22 6 5 50 45 summer daily -30 135 80 70 88 4
市容环卫 违法建设 城市管理局 260 6 4 40 47 3 15 190 55 flat office -50 130 70 120 76 2
噪声扰民 施工噪声 生态环境局 430 2 12 70 14 2 5 38 50 summer night 20 70 150 50 78 26
噪声扰民 广场舞噪声 公安局 290 1 22 72 2 3 3 22 46 summer evening 10 120 110 40 80 12
噪声扰民 邻里噪声 公安局 240 5 40 52 1 2 3 26 50 flat evening 60 105 120 30 77 10
住房物业 物业服务 住房城乡建设局 880 6 16 72 3 3 10 118 58 flat daily 110 80 145 20 71 5
住房物业 房屋漏水 住房城乡建设局 390 6 58 34 1 1 10 132 60 rain daily 30 140 80 60 74 22
住房物业 加装电梯 住房城乡建设局 210 46 22 22 2 8 15 210 52 flat office 160 190 30 5 79 1
住房物业 电动车充电 消防救援支队 270 8 20 34 30 8 7 76 48 flat daily 190 110 110 40 82 18
交通出行 机动车违停 公安局 720 2 26 54 16 2 3 20 48 flat daily 90 115 115 40 81 9
交通出行 公交线路 交通运输局 300 38 8 26 1 27 7 92 46 flat daily 30 85 120 110 84 1
交通出行 道路破损 城市管理局 380 1 54 36 3 6 7 84 50 rain daily 10 95 90 150 87 24
交通出行 路灯与信号灯 城市管理局 260 1 72 20 1 6 5 42 44 winter evening -20 100 100 110 92 16
公用事业 供水 水务集团 360 16 58 24 1 1 3 16 52 freeze daily 10 110 85 120 90 96
公用事业 供电 供电公司 280 18 60 20 1 1 3 11 50 heat evening 0 90 105 120 92 88
公用事业 燃气 燃气公司 190 30 52 15 2 1 3 18 48 winter daily 30 105 115 30 91 74
公用事业 供暖 热力公司 330 18 36 44 1 1 5 40 54 heating evening 70 130 95 5 72 34
防汛排水 道路积水 水务局 170 1 62 34 1 2 5 34 52 flood daily 20 130 90 90 86 110
生态环境 油烟异味 生态环境局 300 2 12 70 14 2 7 88 52 summer evening 30 125 110 30 77 5
社会保障 社保医保 人力资源社会保障局 610 84 9 6 0 1 5 30 40 newyear office 60 100 100 100 93 2
社会保障 拖欠工资 人力资源社会保障局 360 8 30 42 20 0 15 168 62 wage office -60 60 140 110 68 30
社会保障 养老服务 民政局 230 58 26 8 0 8 7 70 44 flat office 120 145 60 130 91 8
医疗卫生 就医服务 卫生健康委员会 270 44 20 30 2 4 7 62 48 winter office 40 110 95 110 87 9
教育服务 入学转学 教育局 350 72 12 10 1 5 7 58 44 school office 50 70 140 70 83 2
教育服务 校外培训退费 教育局 190 10 22 60 8 0 15 176 56 school office -140 80 145 20 66 2
消费维权 预付卡退费 市场监督管理局 340 5 18 70 7 0 10 142 58 newyear office 80 95 130 20 65 2
消费维权 网购与售后 市场监督管理局 410 8 16 70 6 0 10 112 54 shopping office 70 95 115 60 76 1
农业农村 土地与宅基地 农业农村局 170 40 16 28 13 3 15 184 54 flat office -10 5 5 640 78 1
农业农村 农村饮水 水务局 80 6 60 30 1 3 7 74 50 heat daily -40 0 0 700 82 60
政务服务 证照办理 数据局 480 88 6 5 0 1 3 12 40 newyear office 20 95 105 105 95 1
政务服务 公积金 住房公积金管理中心 230 86 6 7 0 1 3 14 40 flat office 40 90 130 40 94 1
`

const [header = '', ...lines] = table.trim().split('\n')

export const matterColumns: readonly string[] = header.split(' ')

const number = /^-?\d+$/

export const matters: readonly Readonly<Record<string, string | number>>[] = lines.map((line) => {
  const cells = line.split(' ').map((cell) => (number.test(cell) ? Number(cell) : cell))
  return Object.fromEntries(matterColumns.map((column, index) => [column, cells[index] ?? '']))
})
