import { drawing, type Draw } from './draw.ts'
import { dayOf, luhnDigit, residentSign } from './numbers.ts'

const two = (value: number) => String(value).padStart(2, '0')
const other = (digit: string, draw: Draw) => String((Number(digit) + 1 + draw.below(9)) % 10)

/** Eighteen digits that are a resident's number in all but the last. */
function wrongResident(draw: Draw): string {
  const { y, m, d } = dayOf(draw, 1950, 2010)
  const body = `${draw.pick(['510104', '330106', '110101'])}${y}${two(m)}${two(d)}${draw.digits(3)}`
  const sign = residentSign(body)
  return body + (sign === 'X' ? draw.digits(1) : other(sign, draw))
}

/** The right last sign, and a day or an area that there is not. */
function impossibleResident(draw: Draw): string {
  const body = draw.chance(0.5)
    ? `5101041975${two(13 + draw.below(80))}${two(1 + draw.below(28))}${draw.digits(3)}`
    : `0${draw.digits(5)}19850${1 + draw.below(9)}1${draw.digits(4)}`
  return body + residentSign(body)
}

const serial = (start: string, length: number) => (draw: Draw) =>
  start + draw.digits(length - start.length)

function notLuhn(draw: Draw): string {
  const body = draw.pick(['622202', '621700', '622848']) + draw.digits(draw.pick([9, 12]))
  return body + other(luhnDigit(body), draw)
}

/** Passes Luhn's test with a start that no issuer has. */
function noIssuer(draw: Draw): string {
  const body = draw.pick(['10', '71', '88', '20', '00']) + draw.digits(13 + draw.below(4))
  return body + luhnDigit(body)
}

const day = (draw: Draw) => {
  const { y, m, d } = dayOf(draw, 1990, 2026)
  return draw.pick([
    `${y}${two(m)}${two(d)}`,
    `${y}-${two(m)}-${two(d)} ${two(draw.below(24))}:${two(draw.below(60))}:${two(draw.below(60))}`,
    `${y}年${m}月${d}日`,
    `${y}.${m}`,
    `${y}/${m}/${d}`,
    `${y}${two(m)}${two(d)}${draw.digits(6)}`,
  ])
}

const amount = (draw: Draw) =>
  draw.pick([
    `${1 + draw.below(99)},${draw.digits(3)},${draw.digits(3)}.${draw.digits(2)}元`,
    `¥${1 + draw.below(9999)}.${draw.digits(2)}`,
    `${1 + draw.below(900)}.${draw.digits(2)}万元`,
    `-${1 + draw.below(9)}${draw.digits(9)}.${draw.digits(2)}`,
    `合计1${draw.pick(['0', '1', '2'])}${draw.digits(9)}.00元`,
  ])

const isbn = (draw: Draw) => `ISBN 978-7-${draw.digits(3)}-${draw.digits(5)}-${draw.digits(1)}`

const makers: readonly ((draw: Draw) => string)[] = [
  wrongResident,
  impossibleResident,
  notLuhn,
  noIssuer,
  day,
  day,
  amount,
  isbn,
  (draw) => `订单号${serial('2024', 20)(draw)}`,
  (draw) => `工单GD${day(draw).replace(/\D/g, '').padEnd(8, '0')}-${draw.digits(5)}`,
  (draw) => `流水号${serial('4200', 28)(draw)}`,
  (draw) => `运单号SF${draw.digits(13)}`,
  (draw) => `v${draw.below(20)}.${draw.below(50)}.${draw.below(999)}.${draw.digits(4)}`,
  (draw) => `表号${draw.digits(10)}，读数${draw.digits(5)}`,
  (draw) => `用水编号${draw.digits(10)}，应缴${1 + draw.below(300)}.${draw.digits(2)}元`,
  (draw) => `批次1${draw.pick(['0', '1', '2'])}${draw.digits(9)}`,
  (draw) => `${draw.pick(['2', '4', '5', '6', '7', '8', '9'])}${draw.digits(10)}`,
  (draw) =>
    `面积${100 + draw.below(900)}.${draw.digits(6)}亩，高程${draw.digits(3)}.${draw.digits(4)}`,
  (draw) => `川政发〔20${two(10 + draw.below(16))}〕${1 + draw.below(99)}号`,
  (draw) =>
    `拨打${draw.pick(['12345', '110', '119', '95598', '12333', '400-810-1234', '95588', '12315'])}`,
  (draw) => `第${1 + draw.below(400)}条第${1 + draw.below(9)}款`,
  (draw) => `GB/T ${10000 + draw.below(40000)}-${2000 + draw.below(26)}`,
  (draw) => `IP 10.${draw.below(255)}.${draw.below(255)}.${draw.below(255)}:8080`,
  (draw) => `条码69${draw.digits(11)}`,
  (draw) => `设备编号EQ-${draw.digits(4)}-${draw.digits(6)}`,
  (draw) => `楼栋代码${draw.digits(12)}001`,
  (draw) => `合同编号：HT${draw.digits(12)}号`,
  (draw) =>
    `比例${draw.below(100)}.${draw.digits(2)}%，同比增长${draw.below(30)}.${draw.digits(1)}%`,
  (draw) => `发票号码0${draw.digits(7)}，发票代码1440${draw.digits(8)}`,
  (draw) => `编码${serial('3', 18)(draw)}A`,
]

/** Texts that look like personal information and hold none; each sort comes round in turn. */
export function hardNegatives(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const draw = drawing(`hard negative ${at}`)
    return makers[at % makers.length]?.(draw) ?? ''
  })
}
