import { describe, expect, it } from 'vitest'
import { secrecyIn } from '../../desktop/domain/catalogue/importing/scan.ts'
import { markOfName, markOfText } from '../../desktop/domain/catalogue/importing/secrecy-words.ts'
import { marksInParts } from '../../desktop/host/gate/parts.ts'

describe('texts that mark a file as secret', () => {
  it.each([
    '秘密★10年',
    '机密★20年 特急',
    '绝密★长期',
    '秘密★',
    '秘 密 ★ 1 0 年',
    '秘密☆5年',
    '秘密⭐5年',
    '秘密*10年',
    '秘密＊１０年',
    '机密·5年',
    '機密★5年',
    '絕密★',
    '秘\u200b密★3年',
    '机\n密\n★\n5年',
    '本表秘密★1年，阅后收回',
    '密级：机密',
    '密级: 秘密',
    '【机密】',
    '〔秘密〕',
    '（内部资料）',
    '秘密',
    '机密级',
    '机密件',
    '秘密10年',
    '工作秘密',
    '工作秘密 5年',
    '内部资料',
    '内部资料，注意保存',
    '内部资料  不得外传',
    '内部文件，严禁外传',
    '本表属于工作秘密',
    '以上内容属国家秘密，请按规定保管',
    '机密文件，妥善保管',
  ])('%j', (text) => expect(markOfText(text)).toBeDefined())
})

describe('texts that only use the words', () => {
  it.each([
    '密云区',
    '秘密花园书店',
    '机密文件泄露案一审宣判',
    '不涉及国家秘密和工作秘密',
    '本表不属于工作秘密',
    '经审查，非国家秘密',
    '商业秘密',
    '保守国家秘密人人有责',
    '保密工作检查记录',
    '涉密人员培训班',
    '密切联系群众',
    '秘密调查的暗访员反映',
    '特急',
    '★★★',
    '五星★酒店',
    '加密狗',
    '资料员',
    '内部资料室',
    '居民反映内部资料外泄',
    '密度（人/平方公里）',
    '重要文件已归档',
    '',
  ])('%j', (text) => expect(markOfText(text)).toBeUndefined())
})

describe('names of files and sheets', () => {
  it.each([
    '秘密★3年名单.xlsx',
    '机密-2025年名单.xlsx',
    '（秘密）重点人员.csv',
    '2025_内部资料_汇总.xls',
    '工作秘密 台账.csv',
    '名单【绝密】.csv',
  ])('%s is marked', (name) => expect(markOfName(name)).toBeDefined())
  it.each(['秘密花园书店.csv', '密云区-月报.xlsx', '保密检查.xlsx', '机密文件泄露案.csv'])(
    '%s is not',
    (name) => expect(markOfName(name)).toBeUndefined(),
  )
})

describe('where a mark stands', () => {
  const table = (rows: string[][]) => ({
    ...{ name: '表', refused: [], even: false },
    rows: rows.map((cells, at) => ({ line: at + 1, cells })),
  })
  it('is said, in cells of their own too', () => {
    expect(
      secrecyIn(
        table([
          ['街道', '备注'],
          ['甲', '工作秘密'],
        ]),
      ),
    ).toEqual([{ mark: '工作秘密', where: '“表”第 2 行第 2 列' }])
    expect(secrecyIn(table([['', '机', '密', '★', '5年']]))).toEqual([
      { mark: '机密★5年', where: '“表”第 1 行第 2 列' },
    ])
    expect(
      secrecyIn(
        table([
          ['街道', '评级'],
          ['密云', '★★'],
        ]),
      ),
    ).toEqual([])
  })

  const part = (name: string, xml: string) =>
    marksInParts(new Map([[name, new TextEncoder().encode(xml)]]))
  it.each([
    [
      'a page header',
      'xl/worksheets/sheet1.xml',
      '<oddHeader>&amp;R&amp;"宋体,常规"&amp;12秘密</oddHeader>',
    ],
    [
      'a page footer',
      'xl/worksheets/sheet1.xml',
      '<oddFooter>&amp;C内部资料，注意保存</oddFooter>',
    ],
    [
      'a property',
      'docProps/core.xml',
      '<dc:title>月报</dc:title><cp:keywords>工作秘密</cp:keywords>',
    ],
    ['a custom property', 'docProps/custom.xml', '<vt:lpwstr>机密</vt:lpwstr>'],
    [
      'a comment',
      'xl/comments1.xml',
      '<comment><text><r><t>秘密</t></r><r><t>★5年</t></r></text></comment>',
    ],
    ['a text box', 'xl/drawings/drawing1.xml', '<a:p><a:r><a:t>机 密</a:t></a:r></a:p>'],
  ])('is found in %s', (_, name, xml) => {
    expect(part(name, xml).map(({ where }) => where)).toEqual([`工作簿的 ${name}`])
  })
  it('is not found in what programs write there', () => {
    const xml = '<oddHeader>&amp;C保密工作检查&amp;P</oddHeader><Company>密云区资料室</Company>'
    expect(part('docProps/app.xml', xml)).toEqual([])
  })
})
