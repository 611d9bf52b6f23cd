import { firstChoices } from '../../../../domain/notebook/chart-form/first-choices.ts'
import { writeChart } from '../../../../domain/notebook/chart-form/write.ts'
import { fold } from '../../../../domain/notebook/name.ts'
import { mainNumber } from '../../../../domain/notebook/query/main-number.ts'
import type { Desk } from '../desk.ts'
import { fieldsOf, plainTable } from '../fields.ts'

/** The YAML of a first chart of a table; nothing where its columns are not known. */
export function newChart({ book, origins }: Desk, above: string): string | undefined {
  const table = plainTable(book.notebook, above)
  const cell = [...book.runner.cells.values()].find((one) => fold(one.cell) === fold(table))
  const fields = fieldsOf(book, table)
  const query = book.notebook.blocks.find(
    (one) => one.kind === 'query' && fold(one.name) === fold(table),
  )
  const sources = origins
    .datasets([table])
    .map(
      ({ title, provider, synthetic }) =>
        `${provider}《${title}》${synthetic ? '（合成数据）' : ''}`,
    )
  const choices = firstChoices({
    from: table,
    columns: fields.map(({ name, kind, summary }) => ({ name, kind, distinct: summary?.distinct })),
    rows: cell?.rows ?? fields[0]?.summary?.rows,
    main: query?.kind === 'query' ? mainNumber(query.query) : undefined,
    titles: book.data.titles,
    source: sources.join('；').slice(0, 300),
  })
  return choices && writeChart(choices)
}
