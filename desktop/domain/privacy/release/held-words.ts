import type { Reason } from '../disclosure/model.ts'

/** What was held back, to be said in words. */
export interface HeldBack {
  readonly minimumCell: number
  readonly counts: Readonly<Record<Reason, number>>
  readonly coarser: readonly (readonly string[])[]
}

const reasons: readonly (readonly [
  Reason,
  (least: number) => string,
  (least: number) => string,
])[] = [
  ['few', (least) => `人数少于 ${least} 的`, (least) => `fewer than ${least} persons`],
  ['dominance', () => '一两个人占了大部分的', () => 'one or two make up most of it'],
  ['complement', () => '为了不让人推算而隐去的', () => 'so that others cannot be worked out'],
  [
    'earlier',
    () => '和以前带出的表一比就会露出的',
    () => 'a difference from earlier tables would tell',
  ],
]

/** One sentence: how many lines were held back, why, and what would be allowed. */
export function heldWords({ minimumCell, counts, coarser }: HeldBack) {
  const found = reasons.filter(([reason]) => counts[reason] > 0)
  const total = found.reduce((sum, [reason]) => sum + counts[reason], 0)
  const zh = found.map(([reason, words]) => `${words(minimumCell)}有 ${counts[reason]} 处`)
  const en = found.map(([reason, , words]) => `${words(minimumCell)}: ${counts[reason]}`)
  const [best] = coarser
  const without = best && best.length > 0 ? best.join('、') : undefined
  return {
    zh: `有 ${total} 处的数没有带出（写作 * 或空）：${zh.join('，')}。${
      without === undefined
        ? '分组粗一些，可以少隐去。'
        : `去掉 ${without} 再分组，就几乎不用隐去。`
    }`,
    en: `Numbers were held back in ${total} places (written * or empty): ${en.join('; ')}. ${
      without === undefined
        ? 'Coarser groups need less of this.'
        : `Without ${without} hardly any need be held back.`
    }`,
  }
}
