import { chanceOf } from './chance.ts'
import { csv } from './csv.ts'
import { narrativeOf } from './narratives.ts'
import { personOf } from './person.ts'

/** A text file that holds what looks like personal information, of people who do not exist. */
interface RawFile {
  readonly name: string
  readonly text: string
}

const residentCount = 1000
const ticketCount = 1000

/** Callers are other people than those in the ledger. */
const firstCaller = 1_000_000
const firstOther = 2_000_000

function ledger(seed: number): RawFile {
  const header = ['序号', '姓名', '性别', '公民身份号码', '出生日期', '手机号码', '社区', '住址']
  const rows = Array.from({ length: residentCount }, (_, row) => {
    const person = personOf(chanceOf(seed, row))
    const { name, male, residentId, born, mobile, community, address } = person
    return [String(row + 1), name, male ? '男' : '女', residentId, born, mobile, community, address]
  })
  return { name: 'residents.csv', text: csv(header, rows) }
}

function ticket(seed: number, row: number) {
  const chance = chanceOf(seed, firstCaller + row)
  const about = personOf(chance)
  const { text, labels } = narrativeOf(about, personOf(chanceOf(seed, firstOther + row)), chance)
  const minutes = chance.below(365 * 24 * 60, 'moment')
  const moment = new Date(Date.UTC(2025, 0, 1, 0, minutes)).toISOString().slice(0, 16)
  return { cells: [`RAW-${row + 1}`, moment.replace('T', ' '), about.community, text], labels }
}

function tickets(seed: number): RawFile[] {
  const all = Array.from({ length: ticketCount }, (_, row) => ticket(seed, row))
  const labels = all.flatMap(({ labels: found }, row) =>
    found.map(({ kind, start, end }) => [
      String(row + 1),
      '诉求内容',
      kind,
      String(start),
      String(end),
    ]),
  )
  const header = ['工单编号', '受理时间', '社区', '诉求内容']
  return [
    {
      name: 'tickets.csv',
      text: csv(
        header,
        all.map(({ cells }) => cells),
      ),
    },
    { name: 'tickets.labels.csv', text: csv(['row', 'column', 'kind', 'start', 'end'], labels) },
  ]
}

/**
 * Fixtures for the gate and the privacy lessons; never shipped. A ledger, tickets whose narratives give
 * people away, and where they do: `row` is a 1-based data row, offsets count UTF-16 units in the cell.
 */
export function rawFiles(seed: number): RawFile[] {
  return [ledger(seed), ...tickets(seed)]
}
