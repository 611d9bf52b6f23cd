import { expect, it } from 'vitest'
import { csvLine } from '../../desktop/domain/notebook/file-cell.ts'

it.each<[null | boolean | number | string, string]>([
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['\tx', "'\tx"],
  ['\n=1', '"\'\n=1"'],
  ['-12345678901234567.50', '-12345678901234567.50'],
  ['-1+2', "'-1+2"],
  [-5, '-5'],
  [null, ''],
  ['', '""'],
  ['a,b', '"a,b"'],
])('%j on the command line is %s', (cell, text) => {
  expect(csvLine([cell])).toBe(`${text}\r\n`)
})
