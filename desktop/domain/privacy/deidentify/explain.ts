import type { Assessment } from './assessment.ts'

/** Why a table is short of the wanted k, which rows are, and what would do; nothing where it is not. */
export function shortfall(assessment: Assessment): string | undefined {
  const { after, wanted, worst, without, left } = assessment
  if (!after || after.k >= wanted) return undefined
  const rows = worst
    .slice(0, 3)
    .map((one) => `${one.values.map((value) => value ?? '空').join('、')}（${one.rows} 行）`)
    .join('；')
  const [best] = without
  const would =
    best === undefined
      ? ''
      : best.under === 0
        ? `去掉“${best.column}”或把它改得更粗就够了。`
        : `先去掉“${best.column}”或把它改得更粗，还剩 ${best.under} 行不够。`
  const columns = left.map((name) => `“${name}”`).join('、')
  return `按${columns}看，有 ${after.under} 行找不到足够多一样的行（连自己不到 ${wanted} 行，k = ${after.k}），容易认出是谁，例如：${rows}。${would}`
}

/** What keeps important data out: too small a k, or nothing by which to reckon it. */
export function tooEasy(assessment: Assessment): string | undefined {
  if (assessment.people && assessment.quasi.length === 0) {
    return '重要数据里有个人信息，要先写明哪些列合起来可能认出是谁（准标识符）'
  }
  const short = shortfall(assessment)
  return short === undefined ? undefined : `重要数据不能这样导入。${short}`
}
