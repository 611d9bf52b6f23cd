import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { firstWord } from '../../desktop/engine/accept/first-word.ts'
import { checkLimits, MAX_LENGTH } from '../../desktop/engine/accept/limits.ts'
import { readMosaic } from '../../desktop/engine/accept/mosaic.ts'
import { similar } from '../../desktop/domain/notebook/sql-errors/similar.ts'
import { noSelect } from '../../desktop/engine/accept/statements.ts'
import type { JsonObject } from '../../desktop/domain/notebook/steps/tree.ts'
import { walk } from '../../desktop/engine/accept/walk.ts'
import { fold } from '../../desktop/engine/names.ts'
import { Relations } from '../../desktop/engine/relations.ts'

describe('the first word', () => {
  it.each([
    ['create table x', 'CREATE'],
    ['  \n\t INSERT INTO', 'INSERT'],
    ['-- CREATE\nDROP TABLE x', 'DROP'],
    ['/* a /* nested */ b */ copy x', 'COPY'],
    [';;　; attach x', 'ATTACH'],
    ['', ''],
    ['/* open', ''],
    ['(SELECT 1)', ''],
    ['*/ x', ''],
  ])('of %j is %j', (text, word) => expect(firstWord(text)).toBe(word))

  it('is found in any text, and chooses an advice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(noSelect(text).instead).not.toBe('')
      }),
    )
  })
})

describe('limits before the parser', () => {
  it('let ordinary text through', () => checkLimits('SELECT 1 /* 说明 */'))

  it.each([
    ['too long', 'x'.repeat(MAX_LENGTH + 1)],
    ['a NUL', 'SELECT 1\0; DROP TABLE x'],
    ['a thousand nested comments', '/*'.repeat(1000) + '*/'.repeat(1000) + 'SELECT 1'],
  ])('refuse %s', (_, text) => expect(() => checkLimits(text)).toThrow(ZhizhiError))
})

describe('the walk', () => {
  const base = (table_name: string, more: JsonObject = {}): JsonObject => ({
    type: 'BASE_TABLE',
    table_name,
    ...more,
  })
  const select = (from_table: JsonObject, more: JsonObject = {}): JsonObject => ({
    type: 'SELECT_NODE',
    from_table,
    ...more,
  })

  it('lists tables outside the names that the query defines', () => {
    const cte = { key: 'A', value: { query: { node: select(base('a')) } } }
    const tree = select(base('a'), { cte_map: { map: [cte] } })
    expect(walk(tree).tables.map(({ name }) => name)).toEqual(['a'])
  })

  it('takes a qualified name for a table even where a name of the query is the same', () => {
    const cte = { key: 'a', value: { query: { node: select(base('b')) } } }
    const tree = select(base('a', { schema_name: 'main' }), { cte_map: { map: [cte] } })
    expect(
      walk(tree)
        .tables.map(({ schema, name }) => `${schema}.${name}`)
        .sort(),
    ).toEqual(['.b', 'main.a'])
  })

  it.each<[string, JsonObject]>([
    ['an unknown kind of table', select({ type: 'DELIM_GET' })],
    ['an unknown kind of query', { type: 'INSERT_NODE' }],
    [
      'an unknown expression',
      select({ type: 'EMPTY' }, { where_clause: { class: 'BOUND_REF', type: 'X' } }),
    ],
    [
      'an unknown part of a known node',
      select({ type: 'EMPTY' }, { modifiers: [{ type: 'LOCK_MODIFIER' }] }),
    ],
  ])('refuses %s', (_, tree) => {
    expect(() => walk(tree)).toThrow(expect.objectContaining({ code: 'sql_refused' }) as Error)
  })

  it('refuses a tree of a hundred thousand levels without exhausting the stack', () => {
    let tree: JsonObject = { type: 'EMPTY' }
    for (let level = 0; level < 100_000; level += 1) tree = { type: 'JOIN', left: tree }
    expect(() => walk(tree)).toThrow(ZhizhiError)
  })
})

describe('Mosaic’s statements', () => {
  const begin = 'CREATE SCHEMA IF NOT EXISTS "s1";\nCREATE TABLE IF NOT EXISTS "s1"."preagg_'

  it('are read by their exact prefix', () => {
    expect(readMosaic('CREATE SCHEMA IF NOT EXISTS "s1"', 's1')).toEqual({ kind: 'schema' })
    expect(readMosaic('DROP SCHEMA IF EXISTS "s1" CASCADE', 's1')).toEqual({ kind: 'drop' })
    expect(readMosaic(`${begin}12ab" AS SELECT 1`, 's1')).toEqual({
      kind: 'table',
      name: 'preagg_12ab',
      query: 'SELECT 1',
    })
  })

  it.each([
    `${begin}12ab" AS`,
    `${begin}12xyz" AS SELECT 1`,
    `${begin}" AS SELECT 1`,
    `${begin}0123456789" AS SELECT 1`,
    `${begin}12ab"; DROP TABLE x; --" AS SELECT 1`,
    begin.replaceAll('s1', 's2') + '12ab" AS SELECT 1',
    'CREATE SCHEMA IF NOT EXISTS "s2"',
    'DROP SCHEMA IF EXISTS "main" CASCADE',
    'CREATE TABLE IF NOT EXISTS "s1"."preagg_1" AS SELECT 1',
    'create schema if not exists "s1"',
    ' CREATE SCHEMA IF NOT EXISTS "s1"',
    'INSTALL httpfs',
  ])('%j is none of them', (sql) => expect(readMosaic(sql, 's1')).toEqual({ kind: 'other' }))
})

describe('names', () => {
  it('differ in case only by ASCII letters, as in DuckDB', () => {
    expect(fold('Census_2020')).toBe('census_2020')
    expect(fold('ÄÖ居')).toBe('ÄÖ居')
  })

  it('that are near a mistyped one are offered, best first', () => {
    const names = ['sum', 'sumkahan', 'count', 'province', 'provinces', 'avg']
    expect(similar('summ', names)).toEqual(['sum'])
    expect(similar('provinse', names)).toEqual(['province', 'provinces'])
    expect(similar('cuont', names)).toEqual(['count'])
    expect(similar('完全不同', names)).toEqual([])
  })

  it.each(['temp', 'SYSTEM', 'memory', 'pg_catalog', 'information_schema', 'zhizhi_order', ''])(
    'of schemas may not be %j',
    (schema) => expect(() => Relations.checkSchema(schema)).toThrow(ZhizhiError),
  )

  it('without a schema mean the session’s table, then main’s', () => {
    const relations = new Relations()
    const main = relations.add({ schema: '', name: 'T' }, [], 1)
    expect(relations.find({ schema: '', name: 't' }, 's1')).toBe(main)
    const own = relations.add({ schema: 's1', name: 't' }, [], 2)
    expect(relations.find({ schema: '', name: 'T' }, 'S1')).toBe(own)
    expect(relations.find({ schema: 'MAIN', name: 't' }, 's1')).toBe(main)
    expect(relations.find({ schema: 's2', name: 't' }, 's1')).toBeUndefined()
    relations.removeSchema('s1')
    expect(relations.find({ schema: '', name: 't' }, 's1')).toBe(main)
  })
})
