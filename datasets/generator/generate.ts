import { elderDigital } from './elders/elder-digital.ts'
import { enterprises } from './enterprises/enterprises.ts'
import { formLedger } from './forms/forms.ts'
import { gridEvents } from './grid-events/events.ts'
import { hotlineTickets } from './hotline/tickets.ts'
import { housing } from './housing/housing.ts'
import type { GenerateOptions, Making } from './making.ts'
import { elders } from './people/elders.ts'
import { population } from './people/population.ts'
import { places } from './places/places.ts'
import { publicTables } from './public-tables.ts'
import { survey } from './survey/survey.ts'
import { training } from './training/training.ts'

/** What the shipped files were made with. */
export const shippedSeed = 20_250_101

/** How every shipped dataset is made. */
export function generate(options: GenerateOptions): Making[] {
  return [
    ...publicTables(options),
    places(options),
    population(options),
    elders(options),
    housing(options),
    enterprises(options),
    gridEvents(options),
    hotlineTickets(options),
    elderDigital(options),
    survey(options),
    training(options),
    formLedger(options),
  ]
}
