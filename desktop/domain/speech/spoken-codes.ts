import { digitByDigit, noUnit, phoneDigits } from './digits.ts'
import type { Rule } from './rule.ts'

const called = '尾号|末尾|验证码|取件码|取票码|密码|编号|号码|单号|工号|卡号|账号|证号|编码'
const alone = '(?<![\\d.A-Za-z]|分之 )'

/** Numbers that are names: phone numbers, hotlines, codes. */
export const codeRules: readonly Rule[] = [
  [/(?<!\d)(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g, (_, ...groups) => inGroups(groups, 3)],
  [/(?<!\d)(0\d{2,3})-(\d{3,4})(\d{4})(?!\d)/g, (_, ...groups) => inGroups(groups, 3)],
  [/(?<!\d)([48]00)-?(\d{3})-?(\d{4})(?!\d)/g, (_, ...groups) => inGroups(groups, 3)],
  [
    new RegExp(`${alone}(?:12[1-9]\\d\\d|9[56]\\d{3}|100\\d\\d)(?![\\d.])${noUnit}`, 'g'),
    (number) => phoneDigits(number),
  ],
  [
    new RegExp(`((?:${called})(?:是|为|：|:|\\s|“)*[A-Za-z]{0,3})(\\d{2,})(?![\\d.])`, 'g'),
    (_, name, number) => name + digitByDigit(number),
  ],
  [/(\d{3,4})\s*(?=室|号房)/g, (_, number) => phoneDigits(number)],
  [/(?<=[A-Z]|[A-Z]·)(\d{2,})(?![\d.])/g, (_, number) => digitByDigit(number)],
  [new RegExp(`${alone}\\d{5,}(?![\\d.])${noUnit}`, 'g'), (number) => digitByDigit(number)],
]

const inGroups = (groups: readonly string[], count: number) =>
  groups.slice(0, count).map(phoneDigits).join('，')

const emergency = new RegExp(`${alone}(?:110|114|119|120|122)(?![\\d./:])${noUnit}`, 'g')
const calls = /[打拨]|电话|热线|呼叫|报警|急救|火警|求助|反诈/u

/** 打 120 is said 幺二零; a blood pressure of 120 is not. */
export function withHotlines(text: string): string {
  return text.replaceAll(/[^。！？\n]+/gu, (sentence) =>
    calls.test(sentence)
      ? sentence.replaceAll(emergency, (number) => phoneDigits(number))
      : sentence,
  )
}
