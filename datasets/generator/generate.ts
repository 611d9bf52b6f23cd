import { gridEvents } from './grid-events/events.ts'
import { hotlineTickets } from './hotline/tickets.ts'
import type { GenerateOptions, Making } from './making.ts'
import { publicTables } from './public-tables.ts'

/** What the shipped files were made with. */
export const shippedSeed = 20_250_101

/** How every shipped dataset is made. */
export function generate(options: GenerateOptions): Making[] {
  return [...publicTables(options), gridEvents(options), hotlineTickets(options)]
}
