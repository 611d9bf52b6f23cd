import { expect, it } from 'vitest'
import { csvText } from '../../desktop/domain/sharing/csv.ts'

it('a list for spreadsheets: quoted where it must be, and never a formula', () => {
  const rows = [
    ['编号', '内容'],
    [1, '逗号,引号"和\n换行'],
    [2, '=HYPERLINK("http://x")'],
    [3, '-5'],
    [-3, '@SUM(A1)'],
    [4, ''],
  ]
  expect(csvText(rows)).toBe(
    '\ufeff编号,内容\r\n1,"逗号,引号""和\n换行"\r\n2,"\'=HYPERLINK(""http://x"")"\r\n' +
      "3,'-5\r\n-3,'@SUM(A1)\r\n4,\r\n",
  )
})
