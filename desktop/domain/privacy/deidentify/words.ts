import type { Decision } from '../../catalogue/importing/recipe.ts'
import type { PrivacyKind } from '../finding.ts'

/** The decisions in the words of the forms, and as they are typed on the command line. */
export const decisionWords: Readonly<Record<Decision, string>> = {
  keep: '保留',
  mask: '遮盖',
  drop: '去掉',
  pseudonymise: '换成代号',
  age_band: '改成年龄段',
  street: '只留到街道',
  month: '只留年月',
  shift: '日期平移',
  grid: '坐标取到百分之一度',
}

/** What a decision did to a column, as a line of a dataset's lineage. */
export const decisionLine: Readonly<Record<Exclude<Decision, 'keep'>, (column: string) => string>> =
  {
    drop: (column) => `去掉“${column}”这一列`,
    mask: (column) => `遮盖“${column}”里的个人信息`,
    pseudonymise: (column) => `“${column}”换成代号（本工作区的密钥，HMAC-SHA-256）`,
    age_band: (column) => `“${column}”改成十岁一档的年龄段`,
    street: (column) => `“${column}”只留到街道、乡镇`,
    month: (column) => `“${column}”只留年月`,
    shift: (column) => `“${column}”的日期整体平移，同一个人的先后和间隔不变`,
    grid: (column) => `“${column}”取到百分之一度（约 1 公里）`,
  }

const kinds: Readonly<Record<PrivacyKind, string>> = {
  resident_id: '身份证号',
  mobile: '手机号',
  landline: '固定电话',
  bank_card: '银行卡号',
  email: '邮箱',
  passport: '护照号',
  plate: '车牌号',
  credit_code: '统一社会信用代码',
  name: '姓名',
  address: '住址',
  birth_date: '出生日期',
  wechat: '微信号',
  medical_card: '医保或病历号',
  household: '户号',
  coordinates: '坐标',
}

export const kindWord = (kind: PrivacyKind) => kinds[kind]
