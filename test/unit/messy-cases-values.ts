import type { MessyCase } from './messy-cases.ts'

/** Cells that a program does not read as people do. */
export const valueCases: readonly MessyCase[] = [
  {
    what: '万 and 亿 in texts',
    rows: `
      区|生产总值|人口|增速
      甲|1.2亿|3.2万|5.6%
      乙|9,800万|12万|-1.2%`,
    tables: [
      {
        names: '区|生产总值|人口|增速',
        types: 'string|integer|integer|number',
        rows: `
          甲|120000000|32000|5.6
          乙|98000000|120000|-1.2`,
      },
    ],
  },
  {
    what: 'numbers with their unit behind them, and money signs',
    rows: `
      事项|金额|件数|时长
      甲|¥1,200.50|12件|3天
      乙|300元|8 件|5天`,
    tables: [
      {
        names: '事项|金额|件数|时长',
        units: { 金额: '元', 件数: '件', 时长: '天' },
        rows: `
          甲|1200.50|12|3
          乙|300|8|5`,
      },
    ],
  },
  {
    what: 'days in every writing, with serial numbers among them',
    rows: `
      编号|受理日期|办结时间|所属年月
      1|2025年3月5日|2025-03-05 9:30|二〇二五年三月
      2|44927|2025/3/6 10:05|2025.4
      3|25/3/7|2025年3月7日 11时|2025年12月
      4|2025.3.8|2025-3-8|2025-01`,
    tables: [
      {
        names: '编号|受理日期|办结时间|所属年月',
        types: 'string|date|string|yearmonth',
        rows: `
          1|2025-03-05|2025-03-05 9:30|2025-03
          2|2023-01-01|2025/3/6 10:05|2025-04
          3|2025-03-07|2025年3月7日 11时|2025-12
          4|2025-03-08|2025-3-8|2025-01`,
      },
    ],
  },
  {
    what: 'codes with leading zeros and eighteen digits',
    rows: `
      街道编码|事项编号|数量
      0101|202503050000000001|5
      0102|202503050000000002|7`,
    tables: [
      {
        names: '街道编码|事项编号|数量',
        types: 'string|string|integer',
        rows: `
          0101|202503050000000001|5
          0102|202503050000000002|7`,
      },
    ],
  },
  {
    what: 'full-width digits and codes',
    rows: `
      设备代码|数量|单价
      ＡＢ－０１|１２|１，２００．５
      ＡＢ－０２|８|９００`,
    tables: [
      {
        names: '设备代码|数量|单价',
        types: 'string|integer|number',
        rows: `
          AB-01|12|1200.5
          AB-02|8|900`,
      },
    ],
  },
  {
    what: 'negative amounts in brackets',
    rows: `
      科目|本期|上期
      收入|1,200|1,100
      结余|(350)|（20.5）`,
    tables: [
      {
        names: '科目|本期|上期',
        rows: `
          收入|1200|1100
          结余|-350|-20.5`,
      },
    ],
  },
  {
    what: 'numbers in brackets that number the rows',
    rows: `
      项|内容|数
      （1）|甲|5
      （2）|乙|6`,
    tables: [
      {
        names: '项|内容|数',
        types: 'string|string|integer',
        rows: `
          （1）|甲|5
          （2）|乙|6`,
      },
    ],
  },
  {
    what: 'ditto marks',
    rows: `
      街道|社区|负责科室|件数
      云栖|花园|城管办|3
      同上|新村|〃|4
      石桥|河东|综治办|5
      〃|河西|同上|6`,
    tables: [
      {
        names: '街道|社区|负责科室|件数',
        rows: `
          云栖|花园|城管办|3
          云栖|新村|城管办|4
          石桥|河东|综治办|5
          石桥|河西|综治办|6`,
      },
    ],
  },
  {
    what: 'ticks and crosses',
    rows: `
      社区|有食堂|有电梯|达标
      花园|√|×|是
      新村||✓|否`,
    tables: [
      {
        names: '社区|有食堂|有电梯|达标',
        rows: `
          花园|是|否|是
          新村|∅|是|否`,
      },
    ],
  },
]
