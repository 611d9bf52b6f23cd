import { findPersonal } from '../../desktop/domain/privacy/find.ts'
import { drawFrom, hardNegatives } from './privacy-negatives.ts'

const text =
  '居民王建国来电反映，幸福小区3号楼2单元501室楼上漏水，多次联系物业没有结果，请尽快处理。联系电话13800131000。' +
  '高峰时段路口拥堵，方便的话请增加疏导人员；黄金周期间广场音响声音太大，影响周边居民休息，希望有关部门管一管。' +
  '工单 GD2025030500012 于2025-03-05 09:30受理，转街道办理；合计 12,345.60 元，占比12.5%。老人们说路灯不亮，晚上不敢出门。'

/** Texts that would hold a recogniser up that looks back and forth. */
const hostile = ['1', '王', '号', '1号', '张伟', '1 ', '1-', '村3组', '一', '阿', '@', '王小', '省']

const megabyte = 1_000_000

/** Seconds of one core for one search: what else the machine does at the time is left out. */
function seconds(search: string): number {
  const before = process.cpuUsage()
  findPersonal(search)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

const filled = (unit: string, bytes: number) =>
  unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)))

export interface PrivacyFigure {
  readonly name: string
  readonly value: number
}

/** How fast texts are read, and how many of 10,000 hard negatives are taken for somebody's. */
export function privacyBench(): PrivacyFigure[] {
  const long = filled(text, 10 * megabyte)
  seconds(filled(text, megabyte))
  const rates = [1, 2, 3].map(() => Buffer.byteLength(long) / megabyte / seconds(long))
  const draw = drawFrom(7)
  const negatives = Array.from({ length: 10_000 }, (_, at) =>
    (hardNegatives[at % hardNegatives.length] ?? String)(draw),
  )
  return [
    { name: 'free text, MB/s of one core', value: rates.toSorted((a, b) => a - b)[1] ?? 0 },
    ...hostile.map((unit) => ({
      name: `only “${unit}”, MB/s of one core`,
      value: 1 / seconds(filled(unit, megabyte)),
    })),
    {
      name: 'hits in 10,000 hard negatives',
      value: negatives.filter((one) => findPersonal(one).length > 0).length,
    },
  ]
}
