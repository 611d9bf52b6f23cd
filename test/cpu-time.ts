/**
 * What the work costs this process, in milliseconds of processor time: unlike the time on the
 * clock, a busy machine hardly changes it. For work that must not explode, never to tell quick from
 * quicker: that is what `zhizhi bench` is for.
 */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
