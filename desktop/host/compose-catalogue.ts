import { choicesProjection } from '../domain/catalogue/elements/choices.ts'
import { holidaysProjection } from '../domain/sharing/holiday-edits.ts'
import { requestsProjection } from '../domain/sharing/requests.ts'
import type { Attaching } from '../services/attaching.ts'
import { createCatalogueHandlers } from '../services/catalogue-handlers.ts'
import type { Catalogue } from '../services/catalogue.ts'
import { Elements } from '../services/elements.ts'
import { DatasetElements } from '../services/elements/dataset-elements.ts'
import { createElementsHandlers } from '../services/elements/handlers.ts'
import { Exchange } from '../services/exchange/exchange.ts'
import type { Clock, Content, Engine, Journal, Listings, Workbooks } from '../services/ports.ts'
import { Quality, qualityHandlers } from '../services/quality.ts'
import { createSharing } from '../services/sharing/sharing.ts'

/** What the catalogue's services keep in the journal. */
export const catalogueProjections = [requestsProjection, holidaysProjection, choicesProjection]

interface Parts {
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly engine: Engine
  readonly content: Content
  readonly journal: Journal
  readonly listings: Listings
  readonly workbooks: Workbooks
  readonly clock: Clock
  readonly version: string
}

/** All that stands around the catalogue: its elements, its quality, its sharing, its exchange. */
export async function composeCatalogue(parts: Parts) {
  const { catalogue, attaching, engine, content, journal, clock } = parts
  const elements = new Elements({ content, engine, clock })
  const datasetElements = new DatasetElements({ catalogue, attaching, elements, journal })
  const quality = new Quality({ catalogue, attaching, engine, elements: datasetElements, clock })
  const exchange = new Exchange(parts)
  return {
    exchange,
    handlers: {
      ...createCatalogueHandlers({ catalogue, engine, attaching }),
      ...createElementsHandlers(elements, datasetElements),
      ...qualityHandlers(quality),
      ...(await createSharing({ content, catalogue, journal, clock })),
      ...exchange.handlers,
    },
  }
}
