import type { Draw } from '../draw.ts'
import { edit } from '../edit.ts'
import type { GoldText } from '../gold.ts'

const typos: Readonly<Record<string, string>> = {
  在: '再',
  的: '得',
  那: '哪',
  做: '作',
  坐: '座',
  已: '以',
  吗: '嘛',
  他: '她',
}

const faces = ['😭', '😡', '🙏', '👍', '😂', '[捂脸]', '[强]', '🌹', '！！！']
const isSign = /[，。；！？、：]/u
const isJoint = /[0-9A-Za-z０-９零幺二三四五六七八九+（]/u

/** The text as it is typed in haste: marks left out, signs mistaken, faces put in. */
export function chatter(gold: GoldText, draw: Draw): GoldText {
  const marks = draw.pick(['kept', 'kept', 'spaces', 'none'] as const)
  const faced = draw.chance(0.4)
  const mistaken = draw.chance(0.4)
  return edit(gold, (sign, before, after) => {
    if (mistaken && draw.chance(0.15)) return typos[sign] ?? sign
    if (!isSign.test(sign)) return sign
    if (faced && draw.chance(0.25)) return draw.pick(faces)
    if (marks === 'kept') return sign
    return marks === 'spaces' || (isJoint.test(before) && isJoint.test(after)) ? ' ' : ''
  })
}
