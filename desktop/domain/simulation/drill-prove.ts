import type { Drill } from './drill.ts'
import { fewestOfAKind } from './drill-round.ts'

/** A fault and the place of the drill's file where it stands, as a path of keys. */
interface DrillFault {
  readonly path: readonly (string | number)[]
  readonly problem: string
}

/** With one disguise alone, a scheme would come back as it was. */
const fewestDisguises = 2
const leastGenuine = 0.4
const mostGenuine = 0.6

/** Faults of one file; an objective is asked for where the course declares any. */
export function drillFaults(
  { objective, messages }: Drill,
  course: { readonly objectives: Readonly<Record<string, unknown>> } | undefined,
): DrillFault[] {
  const faults: DrillFault[] = []
  const declared = Object.keys(course?.objectives ?? {})
  if (declared.length > 0 && !declared.includes(objective)) {
    const problem = `目标 ${objective} 没有写在 course.yaml 的 objectives 里`
    faults.push({ path: ['objective'], problem })
  }
  const disguises = messages.filter(({ genuine }) => !genuine).length
  if (disguises > 0 && disguises < fewestDisguises) {
    const problem = `骗人的消息只有 ${disguises} 条，至少 ${fewestDisguises} 条：下一轮才有新的样子`
    faults.push({ path: ['messages'], problem })
  }
  return faults
}

/** Worth an author's look: a fraud of which nobody is named who describes it publicly. */
export function drillRemarks({ messages }: Drill): DrillFault[] {
  return messages.flatMap(({ genuine, id, source }, index) =>
    genuine || source !== undefined
      ? []
      : [{ path: ['messages', index], problem: `消息 ${id}：没有写 source，说不出手法出自哪里` }],
  )
}

/** Faults of a course's drills together: too few for a round, an uneven mixture, texts used twice. */
export function drillsFaults(drills: readonly Drill[]): string[] {
  const all = drills.flatMap(({ id, messages }) =>
    messages.map((message) => ({ ...message, key: `${id}/${message.id}` })),
  )
  if (all.length === 0) return []
  const genuine = all.filter((message) => message.genuine).length
  const fewer = Math.min(genuine, all.length - genuine)
  const share = genuine / all.length
  const problems: string[] = []
  if (fewer < fewestOfAKind) {
    problems.push(`真的、假的各至少 ${fewestOfAKind} 条才够一轮，现在少的一种只有 ${fewer} 条`)
  } else if (share < leastGenuine || share > mostGenuine) {
    const percent = `${(100 * share).toFixed(0)}%`
    problems.push(`${all.length} 条里真的有 ${genuine} 条（${percent}），应在 40% 到 60% 之间`)
  }
  const texts = all.map(({ text }) => text)
  const twice = all.filter(({ text }, index) => texts.indexOf(text) !== index)
  return [...problems, ...twice.map(({ key }) => `消息 ${key} 和前面的一条一字不差`)]
}
