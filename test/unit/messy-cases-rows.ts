import type { MessyCase } from './messy-cases.ts'

/** Rows that are no data, and data that look as if they were none. */
export const rowCases: readonly MessyCase[] = [
  {
    what: 'title and names again on each printed page, with page numbers',
    rows: `
      走访情况表||
      社区|户数|走访
      花园|120|80
      新村|95|60
      第 1 页 共 2 页||
      走访情况表（续）||
      社区|户数|走访
      河东|88|70
      第 2 页 共 2 页||`,
    tables: [
      {
        names: '社区|户数|走访',
        rows: `
          花园|120|80
          新村|95|60
          河东|88|70`,
        left: [5, 6, 7, 9],
      },
    ],
  },
  {
    what: 'the same names under another title are another table',
    rows: `
      甲街道||
      社区|户数|走访
      花园|120|80
      新村|95|60
      ||
      乙街道||
      社区|户数|走访
      河东|88|70`,
    tables: [
      {
        names: '社区|户数|走访',
        rows: `
          花园|120|80
          新村|95|60`,
      },
      { names: '社区|户数|走访', rows: '河东|88|70' },
    ],
  },
  {
    what: 'headings between groups of rows',
    rows: `
      社区|户数|走访
      一、城区||
      花园|120|80
      新村|95|60
      二、乡镇||
      河东|88|70`,
    tables: [
      {
        names: '社区|户数|走访',
        rows: `
          花园|120|80
          新村|95|60
          河东|88|70`,
        left: [2, 5],
      },
    ],
  },
  {
    what: 'a row that numbers the columns, and a row of units',
    rows: `
      单位|总数|金额|占比
      甲|1|2|3
      |（户）|（万元）|（%）
      民政办|12|3.5|40
      城管办|18|5.2|60`,
    tables: [
      {
        names: '单位|总数|金额|占比',
        units: { 总数: '户', 金额: '万元', 占比: '%' },
        rows: `
          民政办|12|3.5|40
          城管办|18|5.2|60`,
        left: [2, 3],
      },
    ],
  },
  {
    what: 'line breaks and spaces in names and texts',
    rows: `
      街␠道|受理⏎数量|满意␠率⏎（%）|Open Data
      云栖␠␠|12|98.5|a b
      ␠石桥|9|97|c`,
    tables: [
      {
        names: '街道|受理数量|满意率（%）|Open Data',
        units: { '满意率（%）': '%' },
        rows: `
          云栖|12|98.5|a b
          石桥|9|97|c`,
      },
    ],
  },
  {
    what: 'empty leading rows and columns',
    rows: `
      ||||
      ||||
      ||街道|件数|率
      ||甲|12|98%
      ||乙|9|97%`,
    tables: [
      {
        names: '街道|件数|率',
        rows: `
          甲|12|98
          乙|9|97`,
      },
    ],
  },
  {
    what: 'months as columns, with a column of totals',
    rows: `
      街道|1月|2月|3月|合计
      甲|12|11|13|36
      乙|9|9|8|26`,
    tables: [
      {
        names: '街道|1月|2月|3月|合计',
        rows: `
          甲|12|11|13|36
          乙|9|9|8|26`,
        says: /交叉表.*UNPIVOT[^]*“合计”是合计列/u,
      },
    ],
  },
  {
    what: 'years as columns',
    rows: `
      指标|2023年|2024年|2025年
      受理量|120|130|150
      办结量|118|129|150`,
    tables: [
      {
        names: '指标|2023年|2024年|2025年',
        rows: `
          受理量|120|130|150
          办结量|118|129|150`,
        says: /交叉表/,
      },
    ],
  },
  {
    what: 'numbered notes without a word before them',
    rows: `
      序号|街道|件数|率
      1|甲|12|98%
      2|乙|9|97%
      1、本表统计口径为当月办结工单|||
      以上数据截至三月底，由热线办提供。|||`,
    tables: [
      {
        names: '序号|街道|件数|率',
        rows: `
          1|甲|12|98
          2|乙|9|97`,
        left: [4, 5],
      },
    ],
  },
  {
    what: 'hidden rows are kept and said',
    rows: `
      街道|件数
      甲|12
      乙|9
      丙|7`,
    hidden: [3],
    tables: [
      {
        names: '街道|件数',
        rows: `
          甲|12
          乙|9
          丙|7`,
        says: /有 1 行在文件里是隐藏的（第 3 行）/,
      },
    ],
  },
  {
    what: 'errors of formulas and signs for nothing',
    rows: `
      街道|受理量|满意率
      甲|12|98%
      乙|—|#DIV/0!
      丙|/|97%`,
    tables: [
      {
        names: '街道|受理量|满意率',
        types: 'string|integer|number',
        rows: `
          甲|12|98
          乙|∅|∅
          丙|∅|97`,
      },
    ],
  },
  {
    what: 'short and wide rows of a text file',
    even: true,
    rows: `
      街道|件数|率
      甲|12|98%
      乙|9
      丙|7|97%|多出来`,
    tables: [
      {
        names: '街道|件数|率',
        rows: `
          甲|12|98
          乙|9|∅`,
        left: [4],
      },
    ],
  },
  {
    what: 'texts only',
    rows: `
      社区|网格长|是否公示
      花园|甲|是
      新村|乙|否
      河东|丙|是`,
    tables: [
      {
        names: '社区|网格长|是否公示',
        rows: `
          花园|甲|是
          新村|乙|否
          河东|丙|是`,
      },
    ],
  },
]
