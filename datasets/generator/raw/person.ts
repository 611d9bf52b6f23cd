import { communities } from '../anlan/city.ts'
import type { Chance } from './chance.ts'

/** Somebody who does not exist. */
export interface Person {
  readonly name: string
  readonly residentId: string
  readonly mobile: string
  readonly address: string
  readonly community: string
  readonly born: string
  readonly male: boolean
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const given =
  '安澜平远静雅春秀兰芳建国志强晓明文华玉梅桂英海涛丽娟俊杰佳怡浩宇欣然思源雨桐子轩德胜长河'
const estates = ['翠湖', '金桂', '春晖', '望江', '海棠', '学府', '星光', '向阳'] as const

const letter = (text: string, at: number) => text.charAt(at)
const padded = (number: number, length: number) => String(number).padStart(length, '0')

/**
 * The eighteenth character of a resident id (GB 11643-1999, ISO 7064 MOD 11-2): digit × 2^(18 − place)
 * are added up over the first seventeen, and what is missing to 1 modulo 11 is the check, 10 being X.
 */
function checkOf(seventeen: string): string {
  const sum = Array.from(seventeen).reduce((total, digit) => (total + Number(digit)) * 2, 0)
  return '10X98765432'.charAt(sum % 11)
}

/** Areas begin with 99, which is no province's: the check is right, and yet nobody has this number. */
function residentId(district: string, born: string, chance: Chance, male: boolean): string {
  const order = chance.below(499, 'order') * 2 + (male ? 1 : 2)
  const seventeen = district + born.replaceAll('-', '') + padded(order, 3)
  return seventeen + checkOf(seventeen)
}

/**
 * Prefixes that no operator had been given when this was written (press, 2022: 142 143 154 161 164 194);
 * that they still are nobody's is an assumption.
 */
function mobile(chance: Chance): string {
  return chance.of(['154', '161'], 'mobile') + padded(chance.below(100_000_000, 'number'), 8)
}

function birthday(chance: Chance): string {
  const day = new Date(Date.UTC(1935, 0, 1 + chance.below(31_000, 'born')))
  return day.toISOString().slice(0, 10)
}

/** One name in six has a single character after the surname. */
function nameOf(chance: Chance): string {
  const surname = letter(surnames, chance.below(surnames.length, 'surname'))
  const first = letter(given, chance.below(given.length, 'given'))
  const second = chance.below(given.length * 6, 'secondGiven')
  return surname + first + letter(given, second % 6 === 0 ? given.length : Math.floor(second / 6))
}

export function personOf(chance: Chance): Person {
  const at = chance.below(communities.length, 'community')
  const { code = '', community = '', street = '', district = '' } = communities[at] ?? {}
  const male = chance.below(2, 'sex') === 0
  const born = birthday(chance)
  const house = chance.below(18, 'house')
  const flat = chance.below(36, 'flat')
  const door = `${1 + house}号楼${1 + (flat % 2)}单元${1 + Math.floor(flat / 6)}0${1 + (flat % 3)}室`
  return {
    name: nameOf(chance),
    residentId: residentId(code.slice(0, 6), born, chance, male),
    mobile: mobile(chance),
    address: `安澜市${district}${street}${community}${chance.of(estates, 'estate')}小区${door}`,
    community,
    born,
    male,
  }
}
