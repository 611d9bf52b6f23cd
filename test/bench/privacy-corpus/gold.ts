/** What a corpus marks in its texts. */
const goldKinds = [
  'resident_id',
  'mobile',
  'landline',
  'bank_card',
  'email',
  'passport',
  'plate',
  'credit_code',
  'wechat',
  'medical_card',
  'household',
  'name',
  'address',
] as const
export type GoldKind = (typeof goldKinds)[number]

export function isGoldKind(word: string): word is GoldKind {
  return goldKinds.some((kind) => kind === word)
}

/** A passage; offsets count UTF-16 units. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface Span extends Range {
  readonly kind: GoldKind
}

/** A text and what is personal in it. What lies in `ignored` counts neither for nor against. */
export interface GoldText {
  readonly text: string
  readonly spans: readonly Span[]
  readonly ignored: readonly Range[]
}

/** A column of a table. */
export interface GoldColumn {
  readonly title: string
  readonly cells: readonly GoldText[]
}

export interface GoldSet {
  readonly formal: readonly GoldText[]
  readonly chatty: readonly GoldText[]
  readonly tables: readonly (readonly GoldColumn[])[]
}
