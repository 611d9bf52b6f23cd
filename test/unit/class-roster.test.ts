import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LeftOut, nameLimit, readRoster } from '../../desktop/domain/classroom/roster.ts'
import { planRoster, type PlanContext } from '../../desktop/domain/classroom/roster-plan.ts'
import { decodeList } from '../../desktop/renderer/features/teach/class/decode.ts'
import { gb18030 } from '../chinese-bytes.ts'
import { pictures } from '../../desktop/domain/classroom/pictures.ts'

const names = (text: string, column?: number) =>
  readRoster(text, column).lines.flatMap(({ name, out }) => (out ? [] : [name]))
const left = (text: string) =>
  readRoster(text).lines.flatMap(({ name, out }): [string, LeftOut][] => (out ? [[name, out]] : []))
const three = ['王秀兰', '李桂香', '张建国']

describe('a list of people', () => {
  it.each([
    ['one a line', '王秀兰\n李桂香\n张建国'],
    ['empty lines and line ends of all kinds', '\uFEFF\r\n王秀兰\r\n\r\n李桂香\r张建国\n\n'],
    ['a chat’s numbered list', '#接龙\n周二上午手机课报名\n\n1. 王秀兰\n2、李桂香\n３．张建国'],
    ['numbers without a sign', '1王秀兰\n2 李桂香\n(3)张建国'],
    ['circled numbers', '①王秀兰\n②李桂香\n③张建国'],
    ['one line', '学员：王秀兰、李桂香，张建国。'],
    ['one line with spaces', '王秀兰  李桂香　张建国'],
    [
      'a spreadsheet',
      '序号\t姓名\t电话\n1\t王秀兰\t13800000001\n2\t李桂香\t\n3\t张建国\t1380000 0003',
    ],
    ['no heading', '13800000001\t王秀兰\n13800000002\t李桂香\n13800000003\t张建国'],
    ['a comma file', '姓名,性别,年龄\n"王秀兰",女,72\n"李桂香",女,75\n张建国,男,80\n'],
    ['spaces within names', '王 秀 兰\t女\n李桂 香\t女\n张　建国\t男'],
    ['phones behind names', '王秀兰13800000001\n李桂香 13800000002\n张建国：138-0000-0003'],
    ['sexes and flats', '王秀兰 女 3号楼\n李桂香 女 2号楼\n张建国 男 1号楼'],
    ['headings swapped', '电话,姓名\n王秀兰,13800000001\n李桂香,13800000002\n张建国,13800000003'],
    ['columns swapped midway', '王秀兰,13800000001\n13800000002,李桂香\n张建国,13800000003'],
    ['a relative’s name beside', '学员姓名\t家属\n王秀兰\t赵刚\n李桂香\t钱芳\n张建国\t孙丽'],
    ['brackets and picture signs', '王秀兰（3号楼）\n李桂香🌸\n张建国[组长]'],
    ['titles behind full names', '王秀兰阿姨\n李桂香奶奶\n张建国师傅'],
  ])('is read from %s', (_, text) => {
    expect(names(text)).toEqual(three)
  })

  it('keeps unusual names', () => {
    expect(
      names('姓名\n张阿姨\n老王\n阿依古丽•买买提\n欧阳 兰\nMary  Smith\n买买提\nÉlise'),
    ).toEqual(['张阿姨', '老王', '阿依古丽·买买提', '欧阳兰', 'Mary Smith', '买买提', 'Élise'])
    expect(names('王 兰\n李 明\n')).toEqual(['王兰', '李明'])
  })

  it('leaves out what is no name, and says why', () => {
    expect(left('姓名\n王秀兰\n13800000001\n<script>alert(1)</script>\n男\n🌸🌸')).toEqual([
      ['姓名', 'heading'],
      ['13800000001', 'no_name'],
      ['<script>alert(1)</script>', 'odd_signs'],
      ['男', 'no_name'],
      ['🌸🌸', 'no_name'],
    ])
    expect(left(`王秀兰\n${'王'.repeat(nameLimit + 1)}\n周二上午的手机课`)).toEqual([
      ['王'.repeat(nameLimit + 1), 'too_long'],
      ['周二上午的手机课', 'unlike'],
    ])
    expect(left('')).toEqual([])
  })

  it('drops phones and papers, and counts them', () => {
    const { dropped, columns, column, emptyLines } = readRoster(
      '姓名\t身份证号\t电话\t年龄\n王秀兰\t110101194901010024\t13800000001\t75\n\n李桂香\t\t010-88888888\t72',
    )
    expect(dropped).toEqual({ phones: 2, ids: 1, others: 2 })
    expect({ columns, column, emptyLines }).toEqual({
      ...{ columns: ['姓名', '身份证号', '电话', '年龄'], column: 0, emptyLines: 1 },
    })
  })

  it('takes the column that is chosen', () => {
    const text = '王秀兰\t赵刚\n李桂香\t钱芳'
    expect(names(text)).toEqual(['王秀兰', '赵刚', '李桂香', '钱芳'])
    expect(readRoster(text).columns).toEqual(['王秀兰', '赵刚'])
    expect(names(text, 1)).toEqual(['赵刚', '钱芳'])
  })

  it('knows a line that is written twice by its phone', () => {
    const text = '王秀兰,13800000001\n王秀兰,138 0000 0001\n王秀兰,13800000002'
    expect(readRoster(text).lines.map(({ out }) => out)).toEqual([undefined, 'repeated', undefined])
  })

  it('takes 500 lines in GBK with empty ones, twins and swapped columns', () => {
    const line = (at: number) => {
      const [name, phone] = [`${three[at % 3] ?? ''}${at % 2 ? '' : '英'}`, `138${10_000_000 + at}`]
      return at % 3 === 0 ? `${phone},${name}` : `${name},${phone}`
    }
    const list = ['姓名,电话', ...Array.from({ length: 500 }, (_, at) => line(at))]
    const text = decodeList(gb18030([...list, line(1), line(4)].join('\r\n\r\n'))) ?? ''
    const { lines, emptyLines, dropped } = readRoster(text)
    expect(lines.filter(({ out }) => !out)).toHaveLength(500)
    expect(lines.slice(1, 3).map(({ name }) => name)).toEqual(['王秀兰英', '李桂香'])
    expect(lines.filter(({ out }) => out === 'repeated')).toHaveLength(2)
    expect(emptyLines).toBe(502)
    expect(dropped).toEqual({ phones: 502, ids: 0, others: 0 })
  })

  it('gives names that can be kept, from any text', () => {
    const signs = Array.from('王李张秀兰 建国\t,、\n1２.·<>🌸"（）阿姨Mm\0\u200B男')
    const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 80 })
    fc.assert(
      fc.property(text, (list) => {
        for (const { name, out } of readRoster(list).lines) {
          if (out && out !== 'unlike') continue
          expect(name).toBe(name.trim())
          expect(name).not.toMatch(/[<>\t\n\d🌸]|^$/u)
          expect(name.length).toBeLessThanOrEqual(nameLimit)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const person = (id: string, name: string, picture: string) => ({ id, name, picture })
const context = (more: Partial<PlanContext> = {}): PlanContext => ({
  ...{ members: [], everyone: [], sameName: 'two', choices: new Map() },
  pictures: pictures.map(({ id }) => id),
  ...more,
})

describe('what becomes of a list', () => {
  const members = [person('m', '王秀兰', 'mountain')]
  const everyone = [...members, person('k', '李桂香', 'cloud')]
  const { lines } = readRoster('王秀兰\n李桂香\n张建国\n王秀兰\n周二手机课')

  it('takes who is in the class or known for that person, once', () => {
    const plan = planRoster(lines, context({ members, everyone }))
    expect(plan.map(({ fate, person: of }) => [fate, of?.id])).toEqual([
      ...[
        ['member', 'm'],
        ['known', 'k'],
        ['new', undefined],
        ['new', undefined],
      ],
      ['out', undefined],
    ])
    expect(plan.map(({ picture }) => picture).slice(0, 4)).toEqual([
      ...['mountain', 'cloud', 'water', 'plum'],
    ])
    expect(plan.map(({ namesake }) => namesake)).toEqual([true, false, false, true, false])
  })

  it('follows what was decided', () => {
    const choices = new Map([
      ...([
        [1, 'another'],
        [2, 'out'],
        [4, 'in'],
      ] as const),
    ])
    const plan = planRoster(lines, context({ members, everyone, sameName: 'one', choices }))
    expect(plan.map(({ fate, why }) => why ?? fate)).toEqual([
      ...['member', 'new', 'unchosen', 'same_name', 'new'],
    ])
  })

  it('gives each of a class another picture, and never two of one name the same', () => {
    const sizes = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(sizes, (size) => {
        const list = Array.from({ length: size }, (_, at) => three[at % 3]).join('\n')
        const plan = planRoster(readRoster(list).lines, context())
        const given = plan.flatMap(({ picture }) => picture ?? [])
        expect(new Set(given).size).toBe(Math.min(size, pictures.length))
        if (size <= 3 * pictures.length) {
          expect(new Set(plan.map(({ name, picture }) => `${name} ${picture ?? ''}`)).size).toBe(
            size,
          )
        }
      }),
      { numRuns: 20 },
    )
  })

  it('is quick for 500 lines of one name', () => {
    const plan = planRoster(readRoster('王秀兰\n'.repeat(500)).lines, context())
    expect(plan.filter(({ why }) => why === 'no_picture')).toHaveLength(500 - pictures.length)
    expect(plan.filter(({ namesake }) => namesake)).toHaveLength(pictures.length)
  })
})

describe('the pictures', () => {
  it('are eighty, each with a sign and a name of its own', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(60)
    for (const of of [
      pictures.map(({ id }) => id),
      pictures.map(({ character }) => character),
      pictures.map(({ name }) => name.zh),
      pictures.map(({ name }) => name.en),
    ]) {
      expect(new Set(of).size).toBe(pictures.length)
    }
    expect(pictures.every(({ character }) => Array.from(character).length === 1)).toBe(true)
  })
})
