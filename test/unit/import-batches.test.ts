import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCells, type Beside } from '../../desktop/domain/catalogue/importing/batches.ts'
import { frameOf } from '../../desktop/domain/catalogue/importing/frame.ts'
import { beginScan, type Occurrence } from '../../desktop/domain/catalogue/importing/scan.ts'

/** Takes a batch, and gives it back, when the lists say so; reads at the end, the last one first. */
function helper(
  takes: readonly boolean[],
  gives: readonly boolean[] = [false],
): Beside & { readonly taken: () => number } {
  const given = new Map<number, readonly [string, readonly string[]]>()
  let asked = 0
  return {
    give(batch, title, cells) {
      asked += 1
      if (takes[asked % takes.length] !== true) return false
      given.set(batch, [title, cells])
      return true
    },
    takeBack: (batch) => gives[batch % gives.length] === true && given.delete(batch),
    takeAll: () =>
      new Map([...given].toReversed().map(([id, [title, cells]]) => [id, readCells(title, cells)])),
    taken: () => given.size,
  }
}

/** A table whose columns have each another text in every row. */
function longTable(rows: number) {
  const body = Array.from({ length: rows }, (_, at) => [
    `第${at}号工单，联系人张伟，电话 138${String(10_000_000 + at)}`,
    `居民反映${at}件`,
    at % 7 === 0 ? '' : `东城街道${at}号`,
  ])
  const lines = [['诉求内容', '备注', '联系地址'], ...body]
  return {
    name: '工单',
    rows: lines.map((cells, at) => ({ line: at + 1, cells })),
    refused: [],
    even: true,
  }
}

const frame = frameOf(longTable(3400), { row: 0, height: 1 })

function found(beside?: Beside) {
  const told: Occurrence[] = []
  const columns = beginScan(frame, { beside, tell: (one) => told.push(one) })()
  return { columns, told }
}

describe('cells that are read by two', () => {
  it('are found the same whoever reads which', () => {
    const alone = found()
    expect(alone.columns[0]?.find(({ kind }) => kind === 'mobile')?.count).toBe(3400)
    const list = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(list, list, (takes, gives) => {
        expect(found(helper(takes, gives))).toEqual(alone)
      }),
      { numRuns: 3 },
    )
  })

  it('go to the other where he takes them', () => {
    const other = helper([true])
    found(other)
    expect(other.taken()).toBeGreaterThan(1)
  })

  it('come back where the other has not begun them', () => {
    const other = helper([true], [true])
    found(other)
    expect(other.taken()).toBe(0)
  })
})
