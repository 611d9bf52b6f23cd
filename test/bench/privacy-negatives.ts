/** Draws whole numbers below a bound, the same in every run. */
export type Draw = (below: number) => number

export function drawFrom(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const digits = (draw: Draw, length: number) =>
  Array.from({ length }, () => String(draw(10))).join('')
const two = (draw: Draw, most: number) => String(draw(most) + 1).padStart(2, '0')
const day = (draw: Draw, gap: string) =>
  [String(2015 + draw(12)), two(draw, 12), two(draw, 28)].join(gap)
const amount = (draw: Draw) => `${draw(9_000_000) + 1000}.${digits(draw, 2)}`
const grouped = (draw: Draw) => (draw(900_000_000) + 1_000_000).toLocaleString('en-US')
const moment = (draw: Draw) => `${day(draw, '')}${two(draw, 23)}${two(draw, 59)}${two(draw, 59)}`

/** Texts with numbers and words that are nobody's, and look as if they were. */
export const hardNegatives: readonly ((draw: Draw) => string)[] = [
  (draw) => `订单号：${moment(draw)}${digits(draw, 6)}，已发货`,
  (draw) => `订单 ${moment(draw)}${digits(draw, 4)} 已完成`,
  (draw) => `工单 GD${day(draw, '')}${digits(draw, 5)} 已办结`,
  (draw) => `工单编号${day(draw, '')}${digits(draw, 4)}，转城管处理`,
  (draw) => `于${day(draw, '-')} ${two(draw, 23)}:${two(draw, 59)}:00 受理`,
  (draw) => `${String(2015 + draw(12))}年${draw(12) + 1}月${draw(28) + 1}日前办结`,
  (draw) => `自${day(draw, '.')}至${day(draw, '.')}止`,
  (draw) => `合计 ${amount(draw)} 元`,
  (draw) => `拨付资金${grouped(draw)}元，结余${grouped(draw)}元`,
  (draw) => `中标价 ¥${amount(draw)}`,
  (draw) => `人口${draw(9_000_000)}人，户数${draw(900_000)}户`,
  (draw) => `设备序列号 SN${digits(draw, 12)}`,
  (draw) => `资产编号：ZC-${digits(draw, 4)}-${digits(draw, 6)}`,
  (draw) => `服务器 ${draw(223) + 1}.${draw(256)}.${draw(256)}.${draw(256)} 无法访问`,
  (draw) => `升级到 ${draw(20)}.${draw(99)}.${draw(9999)} 版`,
  (draw) => `ISBN 978-7-${digits(draw, 3)}-${digits(draw, 5)}-${draw(10)}`,
  (draw) => `ISBN 9787${digits(draw, 9)}`,
  (draw) => `电表读数 ${digits(draw, 6)}.${draw(10)}，水表读数 ${digits(draw, 5)}`,
  (draw) => `电表号 ${digits(draw, 10)} 故障`,
  (draw) => `单价 ${draw(40) + 90}.${digits(draw, 4)}，数量 ${draw(40) + 5}.${digits(draw, 4)}`,
  (draw) => `面积${draw(900)}.${digits(draw, 4)}平方米，误差0.${digits(draw, 6)}`,
  (draw) => `坐落于高新区，占地${digits(draw, 5)}亩`,
  (draw) => `批次号 ${day(draw, '')}${draw(10)}，条码 69${digits(draw, 11)}`,
  (draw) => `发票号码 ${digits(draw, 8)}，代码 ${digits(draw, 12)}`,
  (draw) => `时间戳 ${1_500_000_000 + draw(300_000_000)}${digits(draw, 3)}`,
  (draw) => `网格编号 99${digits(draw, 10)}`,
  (draw) => `国办发〔${2015 + draw(12)}〕${draw(99) + 1}号文件`,
  (draw) => `第${draw(99) + 1}号公告，${draw(12) + 1}月${draw(28) + 1}号起施行`,
  (draw) => `乘${draw(99) + 1}路公交到${draw(20) + 1}号线换乘`,
  (draw) => `共${draw(99) + 1}栋楼、${draw(999) + 1}户、${draw(99) + 1}个小组`,
  (draw) => `占比${draw(100)}.${digits(draw, 2)}%，同比上升${draw(20)}.${draw(10)}个百分点`,
  (draw) => `MD5 ${digits(draw, 8)}a${digits(draw, 8)}f${digits(draw, 8)}b`,
  (draw) => `拨打 12345 热线，分机 ${digits(draw, 3)}`,
  (draw) => `客服 400-${digits(draw, 3)}-${digits(draw, 4)}`,
  (draw) => `案号（${2015 + draw(12)}）京01民终${draw(9999) + 1}号`,
  (draw) => `东经路和北纬路路口，间距 ${draw(99)}.${digits(draw, 3)} 米`,
  (draw) => `合同编号 HT${day(draw, '')}-${digits(draw, 3)}，金额${draw(999)}万元`,
  (draw) => `标准号 GB/T ${digits(draw, 5)}-${2000 + draw(26)}`,
  (draw) => `运单号 SF${digits(draw, 13)}，YT${digits(draw, 13)}`,
  (draw) => `排名 ${draw(99)}/${draw(999)}，得分 ${draw(100)}.${digits(draw, 5)}`,
]
