/** The five basic databases 人 房 企 事 地, in the order in which they are always named. */
export const basicDatabases = ['residents', 'housing', 'enterprises', 'events', 'places'] as const
export type BasicDatabase = (typeof basicDatabases)[number]

/** What the second part of a basic class begins with: 人口, 居民, 房屋, 住房, 企业, 法人, 事件, 地理, 空间地理. */
const beginnings: ReadonlyMap<string, BasicDatabase> = new Map([
  ...['人', '居'].map((one): [string, BasicDatabase] => [one, 'residents']),
  ...['房', '住'].map((one): [string, BasicDatabase] => [one, 'housing']),
  ...['企', '法'].map((one): [string, BasicDatabase] => [one, 'enterprises']),
  ['事', 'events'],
  ...['地', '空'].map((one): [string, BasicDatabase] => [one, 'places']),
])

/**
 * The heading under which a class stands in the catalogue: one of the five basic databases for
 * “基础信息资源 · 人口（…）” and its like, else the class's first part (“主题信息资源”, “部门信息资源”).
 */
export function headingOf(catalogueClass: string): string {
  const [first = '', second = ''] = catalogueClass.split(/[·・]/).map((part) => part.trim())
  const basic = first.startsWith('基础') ? beginnings.get(second.slice(0, 1)) : undefined
  return basic ?? first
}
