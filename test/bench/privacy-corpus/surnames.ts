import type { Draw } from './draw.ts'

/** The surnames that most people bear, the commonest first; each is drawn about as often as it is borne. */
const common = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文',
)

/** A common surname; the first ten make up two in five. */
export function commonSurname(draw: Draw): string {
  const share = draw.below(1000) / 1000
  return common[Math.floor(share ** 2.2 * common.length)] ?? '王'
}

export interface GivenNames {
  readonly doubles: readonly string[]
  readonly singles: readonly string[]
  readonly rare: readonly string[]
  readonly compound: readonly string[]
  readonly minority: readonly string[]
  /** Full names that are words as well. */
  readonly words: readonly string[]
}

/** A person's full name, as such names are spread: three in four have three signs. */
export function fullName(draw: Draw, names: GivenNames): string {
  const given = () => (draw.chance(0.8) ? draw.pick(names.doubles) : draw.pick(names.singles))
  const share = draw.below(100)
  if (share < 4) return draw.pick(names.minority)
  if (share < 7) return draw.pick(names.words)
  if (share < 10) return draw.pick(names.compound) + given()
  if (share < 14) return draw.pick(names.rare) + given()
  return commonSurname(draw) + given()
}
