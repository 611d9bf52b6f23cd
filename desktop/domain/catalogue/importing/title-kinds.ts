import type { ToldKind } from '../../privacy/cell.ts'

/** Kinds of personal information that a column's title tells, also where a cell by itself proves nothing. */
export type TitleKind = ToldKind

const rules: readonly (readonly [TitleKind, RegExp])[] = [
  ['birth_date', /出生(?:日期|年月|时间)?|生日|birth/iu],
  ['wechat', /微信|wechat|openid/iu],
  ['medical_card', /(?:医保|社保|医疗保险|社会保障|就诊|病历)(?:卡|号|证|编号)/u],
  ['address', /(?:住|地)址|住所|门牌|居住地|户籍地|家庭位置|address/iu],
  ['coordinates', /经度|纬度|坐标|经纬|^(?:lng|lon|lat|longitude|latitude)$/iu],
  [
    'name',
    /姓\s*名|名字|联系人|户主|申请人|来电人|诉求人|投诉人|报案人|当事人|监护人|经办人|填报人|负责人|法定代表人|法人代表|联络员|网格员|(?:^|_)(?:full_?)?name$/iu,
  ],
]

/** Titles that hold such a word and mean something else: the phone of a person is found by itself. */
const others =
  /(?:名称|(?:邮件|邮箱|网络|电邮|e-?mail|ip|mac|web)\s*(?:地址|address)|数|数量|人数|率|占比|类型|类别|性别|年龄|是否.*|电话|手机|号码|方式)$/iu

/** What a title suggests, if anything. */
export function titleKind(title: string): TitleKind | undefined {
  const plain = title.normalize('NFKC').trim()
  if (others.test(plain)) return undefined
  return rules.find(([, words]) => words.test(plain))?.[0]
}

/** Stands for a cell that only its column's title tells to be personal. */
export const titleMask = '［未显示］'
