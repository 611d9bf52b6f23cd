/** What a number is compared with; both in the task's unit. */
interface Wanted {
  readonly answer: number
  readonly unit?: string | undefined
  readonly decimals?: number | undefined
}

/** Closer than a slip of the pen, whatever the task's own tolerance. */
const near = (one: number, other: number, by = 0.005): boolean =>
  Math.abs(one - other) <= by * Math.abs(other)

/** The likely reason why a number is wrong, where it stands in a telling relation to the answer. */
export function explainNumber(wanted: Wanted, given: number): string {
  const { answer, unit = '' } = wanted
  const percent = unit === '%' || unit === '％'
  if (answer !== 0 && near(-given, answer)) return '数字对，正负号反了：看看是谁减谁。'
  if (percent && near(given * 100, answer)) {
    return `${given} 是小数的写法，题目要百分数：再乘 100。`
  }
  if (near(given / 100, answer))
    return '大了 100 倍：看看百分数和小数是不是换错了，或者小数点点错了位。'
  if (near(given * 100, answer))
    return '小了 100 倍：看看百分数和小数是不是换错了，或者小数点点错了位。'
  const scale = scaleOff(answer, given)
  if (scale !== undefined)
    return scale + (unit === '' ? '再数一数位数。' : `题目要的单位是“${unit}”。`)
  if (percent && near(100 - given, answer)) {
    return '你算的是剩下的那一部分：它和题目要的加起来正好是 100%。'
  }
  if (answer !== 0 && near(given, (percent ? 1e4 : 1) / answer)) {
    return '分子和分母写反了：题目问的是谁占谁的？占的放上面，被占的放下面。'
  }
  if (near(given, answer, 0.01)) return closeBy(wanted)
  const way = given > answer ? '大' : '小'
  return `偏${way}了。再读一遍题目：问的是什么，单位是什么，该用的数是不是都用上了，有没有多用。`
}

function scaleOff(answer: number, given: number): string | undefined {
  const scales: readonly [number, string][] = [
    [10, ' 10 '],
    [1e3, '一千'],
    [1e4, '一万'],
    [1e8, '一亿'],
  ]
  for (const [scale, words] of scales) {
    if (near(given / scale, answer)) return `大了${words}倍：`
    if (near(given * scale, answer)) return `小了${words}倍：`
  }
  return undefined
}

function closeBy({ decimals }: Wanted): string {
  if (decimals === undefined) return '很接近了，但还差一点：中间的步骤先不要四舍五入，再算一次。'
  return `很接近了：题目要保留 ${decimals} 位小数。中间的步骤不要四舍五入，最后再取。`
}
