import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leastGroup } from '../../desktop/contract/training.ts'
import { gainPairs } from '../../desktop/domain/assessment/gain-pairs.ts'
import { objectiveGains } from '../../desktop/domain/assessment/gains.ts'
import { itemStatistics } from '../../desktop/domain/assessment/items.ts'
import { reliability } from '../../desktop/domain/assessment/reliability.ts'
import { metIn } from '../../desktop/domain/assessment/met.ts'
import { finalWords } from '../../desktop/domain/assessment/training/final-words.ts'
import { createRecords } from '../../desktop/services/assessment/records.ts'
import { trainingFacts } from '../../desktop/services/assessment/training-facts.ts'
import { openGate, type Opened } from './import-support.ts'
import { call } from './learning-support.ts'
import { runText } from './workbench-support.ts'
import { openTraining, sessionsOn, tableOf, viewOf, type Row } from './training-report.ts'

describe('the report on a cohort', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openGate()
  })
  afterAll(() => opened.remove())

  it('tells in SQL what the rules tell', async () => {
    const one = await openTraining(opened, 40)
    const made = await one.make()
    expect(made).toMatchObject({ notebook: 'training-report-1', dataset: 'training-records' })
    const text = (await one.workspace.notebooks.read(made.notebook))!.text
    const [facts] = await trainingFacts(one.parts)
    const ended = facts!.sittings.filter(({ end }) => end !== null)
    const sessions = sessionsOn(opened)
    for (const [step, kind] of [
      ['结业测评', 'final'],
      ['学前测', 'before'],
    ] as const) {
      const session = await sessions.open()
      const { cells } = await runText(session, text, { step })
      expect(Object.values(cells).filter(({ status }) => status === 'failed')).toEqual([])
      const own = ended.filter((sitting) => sitting.kind === kind)
      const truth = ['A', 'B', null].flatMap((form) =>
        itemStatistics(
          own
            .filter((sitting) => sitting.form === form)
            .map((sitting) =>
              metIn(sitting).map((met) => ({ ...met, item: `${met.course}/${met.item}` })),
            ),
        ),
      )
      const found = await tableOf(opened, session, 'flagged')
      expect(found.length).toBe(truth.length)
      for (const item of truth) {
        const row = found.find(({ task }) => task === item.item)!
        expect(row).toMatchObject({ n: item.n, right_n: item.right, skipped: item.skipped })
        close(row['p'], item.difficulty?.estimate)
        close(row['p_low'], item.difficulty?.low)
        close(row['p_high'], item.difficulty?.high)
        close(row['r'], item.discrimination?.estimate)
        close(row['r_low'], item.discrimination?.low)
        close(row['r_high'], item.discrimination?.high)
        close(row['d'], item.upperLower)
        const remark = String(row['remark'])
        expect(remark.includes('误导')).toBe(item.flags.includes('misleading'))
        expect(remark.includes('会的反而错')).toBe(item.flags.includes('negative'))
        expect(remark.includes('分不出')).toBe(item.flags.includes('weak'))
        expect(remark.includes('太容易')).toBe(item.flags.includes('easy'))
        expect(remark.includes('太难')).toBe(item.flags.includes('hard'))
      }
      expect(truth.some(({ discrimination }) => discrimination !== null)).toBe(true)
      if (kind === 'final') {
        const objective = (course: string, item: string) => facts!.item(course, item)?.objective
        const pairs = gainPairs(facts!.training.halves, facts!.sittings, objective)
        const gains = await tableOf(opened, session, 'gains')
        expect(gains).toHaveLength(18)
        for (const { course, objective: id } of pairs.slice(0, 18)) {
          const these = pairs.filter((pair) => pair.course === course && pair.objective === id)
          const gain = objectiveGains(these)
          const known = facts!.item(course, itemOf(facts!, course, id))
          const row = gains.find(
            ({ goal }) => goal === `${known!.courseTitle}：${known!.objectiveTitle}`,
          )!
          expect(row['n']).toBe(gain.n)
          close(row['before'], gain.before)
          close(row['after'], gain.after)
          close(row['gain'], gain.gain)
          close(row['form_effect'], gain.formEffect)
          close(row['low'], gain.interval?.[0], 5)
          close(row['high'], gain.interval?.[1], 5)
        }
        const forms = await tableOf(opened, session, 'forms')
        for (const form of ['A', 'B']) {
          const sat = ended.filter((one) => one.kind === 'before' && one.form === form)
          const truth = reliability(sat.map((one) => metIn(one).map(({ correct }) => correct)))
          const row = forms.find((one) => one['卷'] === form)!
          close(row['KR-20'], truth?.kr20)
          close(row['测量误差'], truth?.sem)
          expect(truth).not.toBeNull()
        }
        const [people] = await tableOf(opened, session, 'people')
        expect(people).toMatchObject({ enrolled: 40 })
        const page = await viewOf(one.parts)
        const tries = await tableOf(opened, session, 'final_tries')
        expect(tries).toHaveLength(page.ends.length)
        for (const { end, count, interval } of page.ends) {
          const row = tries.find(({ result }) => result === finalWords[end])!
          expect(row).toMatchObject({ people: count, taken: page.taken })
          close(row['share'], count / page.taken)
          close(row['low'], interval?.[0])
          close(row['high'], interval?.[1])
        }
        expect(page.taken).toBeGreaterThan(leastGroup)
      }
      await sessions.close(session.id)
    }
    await one.close()
  }, 60_000)

  it('is made again without losing what was written into it, and names nobody', async () => {
    const one = await openTraining(opened, 12)
    const { notebook } = await one.make()
    const { text, version } = (await one.workspace.notebooks.read(notebook))!
    await one.workspace.notebooks.write(notebook, `${text}\n我的话\n`, version)
    const again = await one.make()
    expect(again.notebook).toBe(notebook)
    expect((await one.workspace.notebooks.read(notebook))!.text).toContain('我的话')
    const sessions = sessionsOn(opened)
    const session = await sessions.open()
    const whole = notebookText('FROM training_records')
    await runText(session, whole)
    const rows = await tableOf(opened, session, 'whole')
    expect(rows).toHaveLength(again.rows)
    expect(JSON.stringify(rows)).not.toContain('person-')
    const learners = [...new Set(rows.map(({ learner }) => learner))]
    expect(learners).toHaveLength(12)
    await sessions.close(session.id)
    await one.close()
  }, 60_000)

  it('of an unknown training says so', async () => {
    const one = await openTraining(opened, 0)
    const parts = { ...one.parts, make: () => Promise.resolve() }
    const records = createRecords(parts)
    const asked = Promise.resolve(records['training.records']({ training: 'none' }, call))
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
    await one.close()
  })
})

const notebookText = (sql: string) =>
  `---\ntitle: t\ndatasets: [training-records]\n---\n\`\`\`sql name=whole\n${sql}\n\`\`\`\n`

type Facts = Awaited<ReturnType<typeof trainingFacts>>[number]

function itemOf({ item, sittings }: Facts, course: string, objective: string): string {
  const refs = sittings.flatMap(({ items }) => items).filter((ref) => ref.course === course)
  return refs.find((ref) => item(course, ref.item)?.objective === objective)?.item ?? ''
}

/** Null where the rules tell nothing. */
function close(found: Row[string] | undefined, told: number | null | undefined, digits = 7): void {
  if (told === null || told === undefined) expect(found).toBeNull()
  else expect(found).toBeCloseTo(told, digits)
}
