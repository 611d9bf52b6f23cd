import { closeSync, openSync, writeSync } from 'node:fs'

const streets = ['云栖街道', '澜西街道', '望江街道', '青石镇', '柳溪镇', '东城街道', '南湖街道']
const states = ['已受理', '办理中', '已办结', '已回访', '退回']
const matters = ['噪声扰民', '路灯不亮', '井盖缺失', '占道经营', '停车纠纷', '垃圾清运', '水压不足']
const places = ['小区北门', '学校东侧', '菜市场', '公交站旁', '三号楼下', '河边步道', '广场']
const ends = ['请尽快处理', '已反映多次', '希望回电', '影响出行', '夜间尤其严重']

const header = '工单编号,受理日期,事项代码,联系电话,诉求内容,涉及金额,状态,街道'

/** A small generator of whole numbers (xorshift32): the same file every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Writes a hotline's table of eight columns; `encode` makes bytes of each piece. */
export function writeTickets(
  file: string,
  rows: number,
  encode: (text: string) => Uint8Array,
): number {
  const below = numbers(20_251_126)
  const pick = (list: readonly string[]) => list[below(list.length)] ?? ''
  const two = (number: number) => String(number).padStart(2, '0')
  const out = openSync(file, 'w')
  let bytes = 0
  let text = `${header}\r\n`
  const flush = () => {
    bytes += writeSync(out, encode(text))
    text = ''
  }
  for (let row = 0; row < rows; row += 1) {
    const mobile = `1${3 + below(7)}${String(below(1_000_000_000)).padStart(9, '0')}`
    const called = below(20) === 0 ? `，电话 ${mobile}` : ''
    const matter = `${pick(places)}${pick(matters)}，第 ${below(5000)} 次反映，${pick(ends)}${called}`
    const day = `2025-${two(1 + below(12))}-${two(1 + below(28))}`
    const amount = `${below(100_000)}.${two(below(100))}`
    const code = `0${String(below(400)).padStart(4, '0')}`
    text += `RX2025${String(row).padStart(8, '0')},${day},${code},${mobile},${matter},${amount},${pick(states)},${pick(streets)}\r\n`
    if (text.length > 2 ** 20) flush()
  }
  flush()
  closeSync(out)
  return bytes
}
