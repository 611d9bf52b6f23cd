import type { Draw } from '../draw.ts'
import { edit } from '../edit.ts'
import type { GoldText } from '../gold.ts'

const halves: Readonly<Record<string, string>> = { '，': ',', '：': ':', '！': '!', '、': ' ' }
const slips: Readonly<Record<string, string>> = {
  了: '啦',
  没: '妹',
  这: '介',
  事: '四',
  咋: '杂',
  通: '同',
}
const tails = ['~', '……', '🤣', '🆘', '[抱拳]', '[流泪]', '😤😤', '。。。']

/** Another hand: half-width signs, dots, drawn-out words, a picture at the end. */
export function chatter(gold: GoldText, draw: Draw): GoldText {
  const hand = draw.pick(['plain', 'half', 'breath', 'dots'] as const)
  const slipping = draw.chance(0.35)
  const tail = draw.chance(0.4) ? draw.pick(tails) : ''
  const changed = edit(gold, (sign, before, after) => {
    if (slipping && draw.chance(0.2)) return slips[sign] ?? sign
    const half = halves[sign]
    if (half === undefined || hand === 'plain') return sign
    if (hand === 'half') return half
    if (hand === 'breath') return /\w/.test(before + after) ? ' ' : draw.pick(['', ' ', '嗯'])
    return draw.pick(['…', '。。', sign])
  })
  return { ...changed, text: changed.text + tail }
}
