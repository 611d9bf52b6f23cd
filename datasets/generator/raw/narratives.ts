import type { Chance } from './chance.ts'
import type { Person } from './person.ts'

/** The kinds of the gate's findings that stand in a narrative. */
type Kind = 'name' | 'mobile' | 'resident_id' | 'address'

/** Plain words, or something about a person. */
type Piece = string | readonly [Kind, string]

/** Where something about a person stands: UTF-16 units of the text, from `start` to before `end`. */
export interface Label {
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** Telephones as people write them down. */
const phoneStyles = [
  (digits: string) => digits,
  (digits: string) => `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
  (digits: string) => `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`,
  (digits: string) => `+86 ${digits}`,
  fullWidth,
] as const

/** Ids as people write them down. */
const idStyles = [
  (digits: string) => digits,
  (digits: string) => `${digits.slice(0, 6)} ${digits.slice(6, 14)} ${digits.slice(14)}`,
  (digits: string) => digits.replace('X', 'x'),
] as const

type Template = (about: Person, other: Person, phone: string, id: string) => readonly Piece[]

/** `about` calls; `other` is somebody the call is about. */
const templates: readonly [Template, ...Template[]] = [
  (about, _, phone) => [
    '来电人',
    ['name', about.name],
    '反映楼道灯坏了半个月，联系电话',
    ['mobile', phone],
    '，请尽快维修。',
  ],
  (about, other) => [
    '市民',
    ['name', about.name],
    '称邻居',
    ['name', other.name],
    '家半夜装修，住在',
    ['address', about.address],
    '，影响老人休息。',
  ],
  (about, _, phone, id) => [
    '咨询高龄津贴：申请人',
    ['name', about.name],
    '，身份证号',
    ['resident_id', id],
    '，回电',
    ['mobile', phone],
    '。',
  ],
  (about, _, phone) => [
    ['address', about.address],
    '水管爆裂，户主',
    ['name', about.name],
    '，手机',
    ['mobile', phone],
    '，急。',
  ],
  (about, other, phone) => [
    '网格员',
    ['name', other.name],
    '上门两次未遇，居民',
    ['name', about.name],
    '要求回访，电话：',
    ['mobile', phone],
  ],
  (about, _, __, id) => [
    '补办社保卡，姓名',
    ['name', about.name],
    '，证件号码：',
    ['resident_id', id],
    '。',
  ],
  () => ['小区门口的路灯不亮，晚上出门看不清路，希望尽快修好。'],
  () => ['2025 年 3 月的物业费已经交了 1280 元，收据编号 20250317001，为什么又来催？'],
  (about) => ['反映', ['address', about.address], '门前的井盖松动，夜里车过声音很大。'],
  (_, other, phone) => [
    '投诉物业',
    ['name', other.name],
    '态度不好，处理结果请拨',
    ['mobile', phone],
    '告知。',
  ],
]

/** What a caller said, and where it gives somebody away. */
export function narrativeOf(about: Person, other: Person, chance: Chance) {
  const phone = chance.of(phoneStyles, 'style')(about.mobile)
  const id = chance.of(idStyles, 'style')(about.residentId)
  const labels: Label[] = []
  let text = ''
  for (const piece of chance.of(templates, 'template')(about, other, phone, id)) {
    const [kind, words] = typeof piece === 'string' ? [undefined, piece] : piece
    if (kind) labels.push({ kind, start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, labels }
}
