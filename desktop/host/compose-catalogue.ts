import { choicesProjection } from '../domain/catalogue/elements/choices.ts'
import { holidaysProjection } from '../domain/sharing/holiday-edits.ts'
import { requestsProjection } from '../domain/sharing/requests.ts'
import { createCatalogueHandlers } from '../services/catalogue-handlers.ts'
import { Elements } from '../services/elements.ts'
import { DatasetElements } from '../services/elements/dataset-elements.ts'
import { createElementsHandlers } from '../services/elements/handlers.ts'
import { Exchange } from '../services/exchange/exchange.ts'
import { createGateHandlers } from '../services/gate/handlers.ts'
import type { Content, Engine, Listings, Workbooks } from '../services/ports.ts'
import { Quality, qualityHandlers } from '../services/quality.ts'
import { createSharing } from '../services/sharing/sharing.ts'
import { composeGate, type GateParts } from './compose-gate.ts'

/** What the catalogue's services keep in the journal. */
export const catalogueProjections = [requestsProjection, holidaysProjection, choicesProjection]

interface Parts extends GateParts {
  readonly engine: Engine
  readonly content: Content
  readonly listings: Listings
  readonly workbooks: Workbooks
  readonly version: string
}

/** All that stands around the catalogue: its elements, its quality, its sharing, its exchange, its gate. */
export async function composeCatalogue(parts: Parts) {
  const { catalogue, attaching, engine, content, journal, clock } = parts
  const elements = new Elements({ content, engine, clock })
  const datasetElements = new DatasetElements({ catalogue, attaching, elements, journal })
  const quality = new Quality({ catalogue, attaching, engine, elements: datasetElements, clock })
  const exchange = new Exchange(parts)
  const gate = composeGate(parts)
  return {
    exchange,
    gate,
    handlers: {
      ...createCatalogueHandlers({ catalogue, engine, attaching }),
      ...createElementsHandlers(elements, datasetElements),
      ...qualityHandlers(quality),
      ...(await createSharing({ content, catalogue, journal, clock })),
      ...exchange.handlers,
      ...createGateHandlers(gate),
    },
  }
}
