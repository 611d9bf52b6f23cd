import type { sharingProcedures } from '../../contract/sharing.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { byUrgency, caseView } from '../../domain/sharing/case-view.ts'
import { clocksFrom } from '../../domain/sharing/clocks.ts'
import { chinaDay } from '../../domain/sharing/day.ts'
import { coverage } from '../../domain/sharing/holidays.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Clock, Content, Journal } from '../ports.ts'
import { openCalendar, type HolidayCalendar } from './calendar.ts'
import { RequestDesk } from './requests.ts'

interface Parts {
  readonly content: Content
  readonly catalogue: Pick<Catalogue, 'entries'>
  readonly journal: Journal
  readonly clock: Clock
}

type SharingHandlers = Handlers<typeof sharingProcedures, undefined>

/** Terms, requests and corrections, and the holiday calendar that they are counted with. */
export async function createSharing(parts: Parts): Promise<SharingHandlers> {
  const calendar = await openCalendar(parts.content, parts.journal)
  const today = () => chinaDay(parts.clock.now())
  return { ...requestHandlers(parts, calendar, today), ...holidayHandlers(calendar, today) }
}

type HolidayHandlers = Pick<
  SharingHandlers,
  'holidays.read' | 'holidays.change' | 'holidays.restore'
>

function requestHandlers(
  { journal, catalogue }: Parts,
  calendar: HolidayCalendar,
  today: () => string,
): Omit<SharingHandlers, keyof HolidayHandlers> {
  const desk = new RequestDesk(journal, catalogue)
  return {
    'sharing.terms'({ dataset }) {
      const { type } = desk.package(dataset).governance.catalogue.sharing
      const clocks = clocksFrom(type, today(), calendar.present) ?? null
      return { today: today(), clocks, covered: coverage(calendar.present) ?? null }
    },
    'sharing.request': ({ learner, ...asked }) => desk.share(asked, today(), learner),
    'correction.request': ({ learner, ...asked }) => desk.correct(asked, learner),
    'requests.list'({ dataset }) {
      const there = new Set(catalogue.entries().map(({ id }) => id))
      const standing = {
        today: today(),
        calendar: calendar.present,
        hasDataset: (id: string) => there.has(id),
      }
      const cases = desk.list(dataset).map((one) => caseView(one, standing))
      return {
        today: standing.today,
        covered: coverage(calendar.present) ?? null,
        cases: cases.toSorted(byUrgency),
      }
    },
    'requests.step': ({ id, action, text, learner }) => desk.step(id, action, text, learner),
  }
}

function holidayHandlers(calendar: HolidayCalendar, today: () => string): HolidayHandlers {
  return {
    'holidays.read': () => ({
      today: today(),
      covered: coverage(calendar.present) ?? null,
      years: calendar.years(),
      shippedBroken: calendar.shippedBroken,
    }),
    'holidays.change': async ({ year, learner }) => ({
      problems: await calendar.change(year, learner),
    }),
    'holidays.restore': async ({ year, learner }) => ({
      problems: await calendar.restore(year, learner),
    }),
  }
}
