/** How much was found, and what was taken for an error without being one. */
export interface Score {
  readonly correct: boolean
  readonly found: number
  readonly of: number
  readonly falseAlarms: number
}

/** What is asked for: a share of everything, and at most so many false alarms. */
export interface Wanted {
  readonly found: number
  readonly false: number
}

/** The result in one or two sentences, and where it falls short of what is asked for. */
export function scoreWords({ correct, found, of, falseAlarms }: Score, wanted: Wanted): string {
  const whole = found === of && falseAlarms === 0
  if (whole) return `${of} 处都找到了，没有误报。`
  const result = `共 ${of} 处，找到 ${found} 处；误报 ${falseAlarms} 处。`
  if (correct) return `${result}已经达到要求。`
  const need = Math.ceil(wanted.found * of - 1e-9)
  const short = [
    ...(found < need ? [`至少要找到 ${need} 处`] : []),
    ...(falseAlarms > wanted.false
      ? [wanted.false === 0 ? '不能有误报' : `误报至多 ${wanted.false} 处`]
      : []),
  ]
  return `${result}还差一点：${short.join('，')}。`
}
