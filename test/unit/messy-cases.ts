/** A table as a clerk left it, and as a good clerk would want it. Cells apart by `|`, `⏎` a line break, `␠` a space. */
export interface MessyCase {
  readonly what: string
  readonly rows: string
  /** `A1:C1`, as a spreadsheet writes it. */
  readonly merges?: readonly string[]
  readonly hidden?: readonly number[]
  /** A text file: rows have as many cells as the header. */
  readonly even?: boolean
  readonly tables: readonly WantedTable[]
}

export interface WantedTable {
  readonly names: string
  /** `∅` for no value. */
  readonly rows: string
  /** Lines that are refused. */
  readonly left?: readonly number[]
  readonly types?: string
  readonly units?: Readonly<Record<string, string>>
  /** A remark that must be made. */
  readonly says?: RegExp
}

export const messyCases: readonly MessyCase[] = [
  {
    what: 'a monthly report: title, unit, thousands, total, note, signatures',
    rows: `
      2025年3月救助资金发放情况表|||
      |||单位：元
      街道|户数|人数|发放金额
      云栖街道|12|25|12,500.00
      石桥街道|8|16|8,040.50
      合计|20|41|20,540.50
      注：数据由民政办提供|||
      填表人：甲|审核人：乙||填表日期：2025年4月1日`,
    merges: ['A1:D1'],
    tables: [
      {
        names: '街道|户数|人数|发放金额',
        types: 'string|integer|integer|number',
        units: { 发放金额: '元' },
        rows: `
          云栖街道|12|25|12500.00
          石桥街道|8|16|8040.50`,
        left: [6, 7, 8],
      },
    ],
  },
  {
    what: 'names in two rows, merged across and down',
    rows: `
      街道|受理||办结||备注
      |本月|累计|本月|累计|
      甲|1|2|1|2|无
      乙|3|4|3|4|`,
    merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2'],
    tables: [
      {
        names: '街道|受理_本月|受理_累计|办结_本月|办结_累计|备注',
        rows: `
          甲|1|2|1|2|无
          乙|3|4|3|4|∅`,
      },
    ],
  },
  {
    what: 'names in three rows',
    rows: `
      高龄津贴发放统计表||||||
      街道|发放人数||||发放金额（元）|
      |80—89岁||90岁以上|||
      |男|女|男|女|本月|累计
      甲|10|12|1|3|2600|7800
      乙|8|9|2|2|2100|6300`,
    merges: ['A1:G1', 'A2:A4', 'B2:E2', 'B3:C3', 'D3:E3', 'F2:G3'],
    tables: [
      {
        names:
          '街道|发放人数_80—89岁_男|发放人数_80—89岁_女|发放人数_90岁以上_男|发放人数_90岁以上_女|发放金额（元）_本月|发放金额（元）_累计',
        rows: `
          甲|10|12|1|3|2600|7800
          乙|8|9|2|2|2100|6300`,
      },
    ],
  },
  {
    what: 'three rows of names without merges, as CSV loses them',
    even: true,
    rows: `
      街道|受理||||办结率
      |本月||累计||
      |件数|占比|件数|占比|
      甲|10|20%|30|25%|98.5%
      乙|40|80%|90|75%|97%`,
    tables: [
      {
        names: '街道|受理_本月_件数|受理_本月_占比|受理_累计_件数|受理_累计_占比|办结率',
        types: 'string|integer|number|integer|number|number',
        rows: `
          甲|10|20|30|25|98.5
          乙|40|80|90|75|97`,
      },
    ],
  },
  {
    what: 'units inside the names',
    rows: `
      项目|预算（万元）|执行率（%）|受益户数(户)
      道路修缮|120.5|85.3|340
      路灯更换|36|100|1,200`,
    tables: [
      {
        names: '项目|预算（万元）|执行率（%）|受益户数(户)',
        units: { '预算（万元）': '万元', '执行率（%）': '%', '受益户数(户)': '户' },
        rows: `
          道路修缮|120.5|85.3|340
          路灯更换|36|100|1200`,
      },
    ],
  },
  {
    what: 'streets merged downwards, with subtotals',
    rows: `
      街道|社区|户数|走访数
      云栖街道|花园|120|80
      |新村|95|60
      |小计|215|140
      石桥街道|石桥|88|70
      |河东|67|50
      |小计|155|120
      总计||370|260`,
    merges: ['A2:A4', 'A5:A7', 'A8:B8'],
    tables: [
      {
        names: '街道|社区|户数|走访数',
        rows: `
          云栖街道|花园|120|80
          云栖街道|新村|95|60
          石桥街道|石桥|88|70
          石桥街道|河东|67|50`,
        left: [4, 7, 8],
      },
    ],
  },
  {
    what: 'the same as CSV, where merged cells came out empty',
    even: true,
    rows: `
      街道|社区|户数
      云栖街道|花园|120
      |新村|95
      |小计|215
      石桥街道|石桥|88
      |河东|67`,
    tables: [
      {
        names: '街道|社区|户数',
        rows: `
          云栖街道|花园|120
          云栖街道|新村|95
          石桥街道|石桥|88
          石桥街道|河东|67`,
        left: [4],
      },
    ],
  },
  {
    what: 'an amount merged over several rows is not multiplied',
    rows: `
      村|项目|补助
      东村|水渠|5000
      东村|道路|
      西村|水渠|3000`,
    merges: ['C2:C3'],
    tables: [
      {
        names: '村|项目|补助',
        rows: `
          东村|水渠|5000
          东村|道路|∅
          西村|水渠|3000`,
      },
    ],
  },
  {
    what: 'rows of which',
    rows: `
      类别|人数|占比
      困难群众|320|100%
      其中：低保对象|200|62.5%
      其中：特困人员|40|12.5%
      残疾人|150|100%`,
    tables: [
      {
        names: '类别|人数|占比',
        types: 'string|integer|number',
        rows: `
          困难群众|320|100
          残疾人|150|100`,
        left: [3, 4],
      },
    ],
  },
]
