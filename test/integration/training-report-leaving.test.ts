import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finalWords } from '../../desktop/domain/assessment/training/final-words.ts'
import { openGate, type Opened } from './import-support.ts'
import { runText } from './workbench-support.ts'
import { guardOn, openTraining, sessionsOn, tableOf, viewOf } from './training-report.ts'

describe('the report on a small cohort, as it leaves', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openGate()
  })
  afterAll(() => opened.remove())

  it.each([
    ['a cohort of one', 1, true],
    ['a class that nobody began', 9, false],
    ['nobody at all', 0, true],
  ])(
    'of %s says what can be said, on the screen and in what leaves',
    async (_, learners, tell) => {
      const one = await openTraining(opened, learners, tell)
      const { notebook } = await one.make()
      const { text } = (await one.workspace.notebooks.read(notebook))!
      const sessions = sessionsOn(opened)
      for (const guard of [undefined, guardOn(opened)]) {
        const session = await sessions.open(guard)
        const { cells } = await runText(session, text)
        const failed = Object.values(cells).filter(({ status }) => status === 'failed')
        expect(failed).toEqual([])
        const gains = await tableOf(opened, session, 'gains')
        expect(gains).toEqual([])
        // too few to be told of: no share on the screen, and of what leaves no small count either
        const tries = await tableOf(opened, session, 'final_tries')
        expect(tries.map(({ share }) => share)).toEqual([null, null, null])
        if (guard) expect(tries.some(({ people }) => people === 1)).toBe(false)
        await sessions.close(session.id)
      }
      await one.close()
    },
    60_000,
  )

  it.each([3, 8, 12, 20])(
    'a count held back is not told as none, of %i',
    async (learners) => {
      const one = await openTraining(opened, learners)
      const { notebook } = await one.make()
      const { text } = (await one.workspace.notebooks.read(notebook))!
      const page = await viewOf(one.parts)
      const sessions = sessionsOn(opened)
      const session = await sessions.open(guardOn(opened))
      await runText(session, text)
      const tries = await tableOf(opened, session, 'final_tries')
      for (const { end, count } of page.ends) {
        const row = tries.find(({ result }) => result === finalWords[end])!
        expect([count, null]).toContain(row['people'])
      }
      await sessions.close(session.id)
      await one.close()
    },
    60_000,
  )
})
