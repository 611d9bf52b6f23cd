import type { MessyCase } from './messy-cases.ts'

/** Files whose rows and columns stand where a program does not expect them. */
export const layoutCases: readonly MessyCase[] = [
  {
    what: 'two tables, one below the other',
    rows: `
      一、各街道受理情况||
      街道|受理量|办结量
      甲|12|11
      乙|9|9
      合计|21|20
      ||
      二、事项分类情况||
      类别|件数|
      噪声|8|
      停车|13|`,
    tables: [
      {
        names: '街道|受理量|办结量',
        rows: `
          甲|12|11
          乙|9|9`,
        left: [5],
      },
      {
        names: '类别|件数',
        rows: `
          噪声|8
          停车|13`,
      },
    ],
  },
  {
    what: 'two tables without an empty row, as CSV',
    even: true,
    rows: `
      街道|受理量|办结量
      甲|12|11
      乙|9|9
      附表：满意度||
      街道|回访数|满意数
      甲|10|9
      乙|8|8`,
    tables: [
      {
        names: '街道|受理量|办结量',
        rows: `
          甲|12|11
          乙|9|9`,
      },
      {
        names: '街道|回访数|满意数',
        rows: `
          甲|10|9
          乙|8|8`,
      },
    ],
  },
  {
    what: 'a list of contacts below a table of numbers',
    rows: `
      街道|件数|率
      甲|12|98%
      乙|9|97%
      ||
      科室通讯录||
      科室|单位|备注
      城管办|街道办|常年值守
      综治办|街道办|`,
    tables: [
      {
        names: '街道|件数|率',
        rows: `
          甲|12|98
          乙|9|97`,
      },
      {
        names: '科室|单位|备注',
        rows: `
          城管办|街道办|常年值守
          综治办|街道办|∅`,
      },
    ],
  },
  {
    what: 'two tables side by side',
    rows: `
      街道受理||||事项分类|
      街道|受理量|办结量||类别|件数
      甲|12|11||噪声|8
      乙|9|9||停车|13
      丙|7|6|||`,
    tables: [
      {
        names: '街道|受理量|办结量',
        rows: `
          甲|12|11
          乙|9|9
          丙|7|6`,
      },
      {
        names: '类别|件数',
        rows: `
          噪声|8
          停车|13`,
      },
    ],
  },
  {
    what: 'one list printed in two halves side by side',
    rows: `
      社区|户数||社区|户数
      花园|120||河东|88
      新村|95||河西|67`,
    tables: [
      {
        names: '社区|户数',
        rows: `
          花园|120
          新村|95`,
      },
      {
        names: '社区|户数',
        rows: `
          河东|88
          河西|67`,
      },
    ],
  },
  {
    what: 'an empty column in the middle of one table',
    rows: `
      街道|受理量||办结量|办结率
      甲|12||11|91.7%
      乙|9||9|100%`,
    tables: [
      {
        names: '街道|受理量|办结量|办结率',
        rows: `
          甲|12|11|91.7
          乙|9|9|100`,
      },
    ],
  },
  {
    what: 'empty rows between groups of one table',
    rows: `
      街道|社区|件数
      云栖|花园|3
      云栖|新村|4
      ||
      石桥|河东|5
      石桥|河西|6`,
    tables: [
      {
        names: '街道|社区|件数',
        rows: `
          云栖|花园|3
          云栖|新村|4
          石桥|河东|5
          石桥|河西|6`,
      },
    ],
  },
]
