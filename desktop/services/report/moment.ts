/** Beijing time has no summer time: always 8 hours before UTC. */
const beijing = 8 * 3600_000

const shifted = (moment: Date) => new Date(moment.getTime() + beijing).toISOString()

/** `2026-11-23`, of the day in Beijing. */
export const beijingDay = (moment: Date): string => shifted(moment).slice(0, 10)

/** `2026-11-23T22:15:04+08:00`. */
export const beijingIso = (moment: Date): string => `${shifted(moment).slice(0, 19)}+08:00`

/** `2026 年 11 月 23 日 22:15（北京时间）`. */
export function beijingText(moment: Date): string {
  const text = shifted(moment)
  const [year = '', month = '', day = ''] = text.slice(0, 10).split('-')
  const date = `${year} 年 ${Number(month)} 月 ${Number(day)} 日`
  return `${date} ${text.slice(11, 16)}（北京时间）`
}
