import { enterprises } from './enterprises/enterprises.ts'
import { hotlineTickets } from './hotline/tickets.ts'
import { housing } from './housing/housing.ts'
import type { GenerateOptions, Making } from './making.ts'
import { elders } from './people/elders.ts'
import { population } from './people/population.ts'
import { places } from './places/places.ts'
import { publicTables } from './public-tables.ts'

/** What the shipped files were made with. */
export const shippedSeed = 20_250_101

/** How every shipped dataset is made. */
export function generate(options: GenerateOptions): Making[] {
  return [
    ...publicTables(options),
    hotlineTickets(options),
    places(options),
    population(options),
    elders(options),
    housing(options),
    enterprises(options),
  ]
}
