import initSqlJs from 'sql.js'
import { COLUMNS, sqlOf, TABLE, type Row } from '../questions.ts'
import { csvRows } from './csv.ts'
import type { BrowserPeer } from './peer.ts'

const types = 'INTEGER TEXT TEXT TEXT TEXT INTEGER REAL INTEGER'.split(' ')

/** SQLite in the page itself, filled by one prepared statement in one transaction. */
export async function openSqlJs(): Promise<BrowserPeer> {
  const sql = await initSqlJs({ locateFile: (name) => `${location.origin}/sqljs/${name}` })
  const db = new sql.Database()
  const rowsOf = (text: string) => (db.exec(text)[0]?.values ?? []) as Row[]
  const columns = COLUMNS.map((name, index) => `${name} ${types[index] ?? ''}`).join(', ')
  return {
    async load() {
      db.run(`DROP TABLE IF EXISTS ${TABLE}; CREATE TABLE ${TABLE} (${columns}); BEGIN`)
      const insert = db.prepare(
        `INSERT INTO ${TABLE} VALUES (${COLUMNS.map(() => '?').join(', ')})`,
      )
      for await (const rows of csvRows('/tickets.csv')) for (const row of rows) insert.run(row)
      insert.free()
      db.run('COMMIT')
      return rowsOf(`SELECT * FROM ${TABLE} LIMIT 20`)
    },
    ask: (question, run) => Promise.resolve(rowsOf(sqlOf(question, run))),
  }
}
