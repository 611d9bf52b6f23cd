import { secrecyMarkIn } from '../secrecy-mark.ts'

/**
 * What marks a file besides the mark itself (`秘密★10年`): a cell, a sheet's or a file's name or a line of
 * a page header that is the level and nothing else, or that says that the file is secret. The words in
 * a longer text (`秘密花园书店`, `机密文件泄露案`) are a subject like any other.
 */
const level = '(?:绝密|絕密|机密|機密|秘密|祕密)'
const term = '(?:\\d{1,3}(?:年|个月|月|日|天)|长期|長期|启用前|公布前)'
const work = '(?:工作秘密|国家秘密|國家秘密|内部资料|內部資料|内部文件|內部文件|内部材料)'
const care =
  '(?:[,，。;；!！、(\\[【]?(?:注意保存|妥善保管|不得外传|请勿外传|严禁外传|不得公开|禁止公开|不得复制)[)\\]】。!！]?)*'

const alone = new RegExp(
  `^[\\[(【〔<《]*(?:${level}(?:级|級|件)?${term}?|${work}${term}?)${care}[\\])】〕>》]*$`,
  'u',
)
const starred = new RegExp(`${level}(?:级|級)?[*·•]+${term}`, 'u')
const said = new RegExp(`(?<![不非未无])(?:属于?|屬於?|系|确定为|定为|列为)${work}`, 'u')
const warned = new RegExp(`(?:${work}|${level}(?:文件|材料|资料))${care.replace(/\*$/, '+')}`, 'u')

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu

/** The mark of a text as a whole, in half width; `undefined` where it bears none. */
export function markOfText(text: string): string | undefined {
  const mark = secrecyMarkIn(text)
  if (mark !== undefined) return mark
  const plain = text.normalize('NFKC').replace(invisible, '').replace(/\s/gu, '')
  if (plain === '' || !/密|[内內]部/u.test(plain)) return undefined
  if (plain.length <= 30 && alone.test(plain)) return plain
  return (starred.exec(plain) ?? said.exec(plain) ?? warned.exec(plain))?.[0]
}

/** The mark of a name: names have their parts between spaces, dashes and brackets. */
export function markOfName(name: string): string | undefined {
  const stem = name.normalize('NFKC').replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const whole = markOfText(stem)
  if (whole !== undefined) return whole
  return stem
    .split(/[\s_\-—–·.,、,()[\]【】〔〕{}+&]+/u)
    .map(markOfText)
    .find((mark) => mark !== undefined)
}
