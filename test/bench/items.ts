import { performance } from 'node:perf_hooks'
import { itemStatistics } from '../../desktop/domain/assessment/items.ts'
import { reliability } from '../../desktop/domain/assessment/reliability.ts'
import { simulatedSittings, trueStatistics, usualItems, type TrueItem } from '../simulated-items.ts'

const plain = { a: 1.2, b: 0.5 }
const odd: readonly TrueItem[] = [
  { id: '普通', ...plain },
  { id: '能猜（c = 0.25）', ...plain, c: 0.25 },
  { id: '答案标错（a = −1.2）', a: -1.2, b: 0 },
  { id: '无关（a = 0）', a: 0, b: 0 },
  { id: '太容易（b = −3）', a: 1.2, b: -3 },
]
const items = [...usualItems(22), ...odd]
const rounds = 200

/** How near the statistics of items come to what is true of simulated learners, and how long they take. */
export function benchItems() {
  const truth = trueStatistics(items)
  const many = itemStatistics(simulatedSittings(items, 5000, 1))
  const held = coverage(20)
  const rows = items.flatMap(({ id }, at) => {
    const [found, known] = [many[at], truth[at]]
    if (!found || !known || at < items.length - odd.length - 3) return []
    return [
      {
        ...{ name: id, 'p 应为': known.p, 'p 得': found.difficulty?.estimate ?? null },
        ...{ 'r 应为': known.r, 'r 得': found.discrimination?.estimate ?? null },
        ...{ 'p 区间守住（20 人，%）': held[at]?.p ?? null },
        ...{ 'r 区间守住（20 人，%）': held[at]?.r ?? null, 提醒: found.flags.join(' ') },
      },
    ]
  })
  return [...rows, timed()]
}

/** Per cent of simulated cohorts of whom the intervals hold what is true. */
function coverage(learners: number) {
  const truth = trueStatistics(items)
  const tally = items.map(() => ({ p: 0, r: 0, told: 0 }))
  for (let round = 0; round < rounds; round += 1) {
    const found = itemStatistics(simulatedSittings(items, learners, 100 + round))
    for (const [at, { difficulty, discrimination }] of found.entries()) {
      const [one, known] = [tally[at], truth[at]]
      if (!one || !known) continue
      if (difficulty && difficulty.low <= known.p && known.p <= difficulty.high) one.p += 1
      if (!discrimination) continue
      one.told += 1
      if (discrimination.low <= known.r && known.r <= discrimination.high) one.r += 1
    }
  }
  return tally.map(({ p, r, told }) => ({
    p: (100 * p) / rounds,
    r: told > 0 ? (100 * r) / told : null,
  }))
}

function timed() {
  const sittings = simulatedSittings(items, 1000, 2)
  const started = performance.now()
  itemStatistics(sittings)
  reliability(sittings.map((sitting) => sitting.map(({ correct }) => correct)))
  return { name: `1000 人 × ${items.length} 题`, 毫秒: performance.now() - started }
}
