import type { Rule } from './rule.ts'

const whole = '(\\d+)'

/** ¥12.50 and 12.50 元 → 12 元 5 角. Thousands come without their commas by then. */
export const moneyRules: readonly Rule[] = [
  [/(?<![\d,.])(\d{1,3}(?:,\d{3})+)(?![\d,])/g, (number) => number.replaceAll(',', '')],
  [/[-−]\s*(?=[¥￥])/g, () => '负 '],
  [/[¥￥]\s*[-−]\s*(?=\d)/g, () => '负 ¥'],
  [/[¥￥]\s*(\d+(?:\.\d+)?)\s*([万亿])\s*元?/g, (_, number, unit) => `${number} ${unit}元`],
  [
    new RegExp(`[¥￥]\\s*${whole}(?:\\.(\\d+))?(?:\\s*元)?`, 'g'),
    (_, yuan, rest) => amountOf(yuan, rest),
  ],
  [
    new RegExp(`(?<![\\d.])${whole}\\.(\\d{1,2})\\s*元`, 'g'),
    (_, yuan, rest) => amountOf(yuan, rest),
  ],
  [/(?<=[元角分块])\s*\/\s*(?=\p{Script=Han})/gu, () => '每'],
]

function amountOf(yuan: string, rest: string): string {
  if (rest.length > 2) return `${yuan}.${rest} 元`
  const [jiao, fen] = [Number(rest.charAt(0)), Number(rest.charAt(1))]
  const full = Number(yuan)
  const parts = [
    full > 0 ? `${yuan} 元` : '',
    jiao > 0 ? `${jiao} 角` : '',
    fen > 0 ? `${full > 0 && jiao === 0 ? '零 ' : ''}${fen} 分` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(' ') : '0 元'
}
