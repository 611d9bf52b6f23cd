import type { YearView } from '../../contract/sharing.ts'
import type { Problem } from '../../domain/course/problem.ts'
import {
  calendarProblems,
  readCalendar,
  type CalendarProblem,
} from '../../domain/sharing/calendar-problems.ts'
import {
  holidaysProjection,
  withoutYear,
  type HolidayEdits,
} from '../../domain/sharing/holiday-edits.ts'
import {
  inOrder,
  withYears,
  type Calendar,
  type HolidayYear,
} from '../../domain/sharing/holidays.ts'
import type { Content, Journal } from '../ports.ts'

const file = 'datasets/holidays.json'
const nothing: Calendar = { years: [] }

/** The holiday calendar: what ships with the app, and over it what was edited here. */
export class HolidayCalendar {
  readonly #journal: Journal
  readonly #shipped: Calendar | undefined
  #made: { readonly edits: HolidayEdits; readonly calendar: Calendar } | undefined

  constructor(journal: Journal, shipped: Calendar | undefined) {
    this.#journal = journal
    this.#shipped = shipped
  }

  /** The shipped file is missing or wrong; the clocks then know weekends only. */
  get shippedBroken(): boolean {
    return this.#shipped === undefined
  }

  /** The same object until an edit, so that counting can prepare it once. */
  get present(): Calendar {
    const edits = this.#edits
    if (this.#made?.edits !== edits) this.#made = { edits, calendar: this.#with(edits) }
    return this.#made.calendar
  }

  years(): YearView[] {
    const shipped = new Set(this.#shipped?.years.map(({ year }) => year))
    return this.present.years.map((year) => {
      const edited = this.#edits[year.year] !== undefined
      const origin = !edited ? 'shipped' : shipped.has(year.year) ? 'changed' : 'added'
      return { ...year, origin }
    })
  }

  /** Keeps a year, unless the calendar would be wrong with it. */
  async change(year: HolidayYear, learner: string | null): Promise<CalendarProblem[]> {
    const ordered = inOrder(year)
    const problems = this.#problemsWith({ ...this.#edits, [year.year]: ordered })
    if (problems.length === 0) await this.#append('holidays.changed', { year: ordered }, learner)
    return problems
  }

  /** Takes edits back, unless a year would then be missing between others. */
  async restore(year: number | null, learner: string | null): Promise<CalendarProblem[]> {
    const problems = this.#problemsWith(withoutYear(this.#edits, year))
    if (problems.length === 0) await this.#append('holidays.restored', { year }, learner)
    return problems
  }

  get #edits(): HolidayEdits {
    return this.#journal.state(holidaysProjection)
  }

  #with(edits: HolidayEdits): Calendar {
    return withYears(this.#shipped ?? nothing, Object.values(edits))
  }

  #problemsWith(edits: HolidayEdits): CalendarProblem[] {
    return calendarProblems(this.#with(edits))
  }

  async #append(type: string, data: Record<string, unknown>, by: string | null): Promise<void> {
    await this.#journal.append({ type, data, ...(by !== null && { by }) })
  }
}

export async function openCalendar(content: Content, journal: Journal): Promise<HolidayCalendar> {
  const text = await content.text(file)
  return new HolidayCalendar(journal, text === undefined ? undefined : readCalendar(text))
}

/** What is wrong with the shipped calendar's file; one that is not there is not wrong. */
export async function checkCalendarFile(content: Content): Promise<Problem[]> {
  const text = await content.text(file)
  if (text === undefined || readCalendar(text)) return []
  const problem =
    '节假日日历有误：要写成完整的 JSON，年份相连，放假的日子不重叠，调休上班的日子是周末，until 是最后一年的 12 月 31 日'
  return [{ file, line: 1, problem }]
}
