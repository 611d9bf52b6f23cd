import type { elementsProcedures } from '../../contract/elements.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { databases } from '../../domain/catalogue/elements/element.ts'
import type { Elements } from '../elements.ts'
import type { DatasetElements } from './dataset-elements.ts'

/** What a window asks of the standard data elements. */
export function createElementsHandlers(
  elements: Elements,
  datasets: DatasetElements,
): Handlers<typeof elementsProcedures, undefined> {
  return {
    async 'elements.dictionary'() {
      const { dictionary, problems } = await elements.dictionary()
      return {
        // in the order in which the five are always named
        elements: databases.flatMap((database) =>
          [...dictionary.elements.values()].filter((one) => one.database === database),
        ),
        lists: [...dictionary.lists.values()],
        counties: dictionary.divisions.counties.size,
        problems: [...problems],
      }
    },
    async 'elements.columns'({ id, resource }, { signal }) {
      const suggestions = await datasets.suggestions(id, resource, { signal })
      const choices = datasets.choices(id, datasets.resource(id, resource).resource)
      return suggestions.map((suggestion) => {
        const element = choices[suggestion.column]
        return { suggestion, decided: element !== undefined, element: element ?? null }
      })
    },
    async 'elements.choose'({ id, resource, choices }) {
      await datasets.choose(id, resource, choices)
      return {}
    },
    'elements.conformity': ({ id, resource }, { signal, progress }) =>
      datasets.conformity(id, resource, { signal, progress }),
  }
}
