const names = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 2026 → 二零二六: each digit by its name, everything else left out. */
export function digitByDigit(text: string): string {
  return text.replaceAll(/\D/g, '').replaceAll(/\d/g, (digit) => names[Number(digit)] ?? digit)
}

/** The same as it is said on the phone, where 一 could be heard as 七. */
export function phoneDigits(text: string): string {
  return digitByDigit(text).replaceAll('一', '幺')
}

const units =
  '[元角分块毛个件人户名岁年月日天周时秒次条张位页行步度倍份台部辆本册万亿千百十余多米公厘毫克斤吨升平亩枚粒片盒袋瓶杯碗只棵座家所间套级层股票字种类项例宗起批组对双支根把遍趟顿餐场节课题道篇句段章期季小%％‰℃°㎡摄]'

/** Behind a number that says how many, not which. */
export const noUnit = `(?!\\s*${units})`
