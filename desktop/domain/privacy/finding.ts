/** Kinds of what is found; more take their place here and a recogniser in `find.ts`. */
export const privacyKinds = [
  'resident_id',
  'mobile',
  'landline',
  'bank_card',
  'email',
  'passport',
  'plate',
  'credit_code',
  'medical_card',
  'household',
  'wechat',
  'birth_date',
  'coordinates',
  'name',
  'address',
] as const
export type PrivacyKind = (typeof privacyKinds)[number]

/** A passage of a text that is personal information. Offsets count UTF-16 units of that text. */
export interface Finding {
  readonly kind: PrivacyKind
  readonly start: number
  readonly end: number
  /** How sure it is, from 0 to 1: 1 is proven by a check digit. */
  readonly confidence: number
  /** What is written in its place. */
  readonly masked: string
}

/** What is looked for. */
export interface Search {
  /** Findings that are less sure are left out. */
  readonly atLeast?: number
}

/** In titles and names of files, sheets and columns, where a false finding does more harm than in a note. */
export const inTitles: Search = { atLeast: 0.8 }

const labels: Readonly<Record<PrivacyKind, string>> = {
  resident_id: '［身份证号］',
  mobile: '［手机号］',
  landline: '［固定电话］',
  bank_card: '［银行卡号］',
  email: '［邮箱］',
  passport: '［护照号］',
  plate: '［车牌号］',
  credit_code: '［统一社会信用代码］',
  medical_card: '［医保卡号］',
  household: '［户号］',
  wechat: '［微信号］',
  birth_date: '［出生日期］',
  coordinates: '［坐标］',
  name: '［姓名］',
  address: '［住址］',
}

export const allLabels: readonly string[] = Object.values(labels)

/** A finding whose mask keeps nothing of what was there. */
export function finding(
  kind: PrivacyKind,
  start: number,
  end: number,
  confidence: number,
): Finding {
  return { kind, start, end, confidence, masked: labels[kind] }
}
