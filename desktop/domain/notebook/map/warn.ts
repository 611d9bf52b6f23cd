import type { Warning } from '../chart-warnings/warning.ts'
import { isCount, isPopulation } from '../chart-warnings/words.ts'
import { titleIn, type Titles } from '../pivot/titles.ts'
import { placeValues } from './draw.ts'
import type { MapSpec } from './map.ts'

interface Facts {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly titles: Titles
}

/** A map of counts shows where people live. */
export function mapWarnings(map: MapSpec, { columns, rows, titles }: Facts): Warning[] {
  const title = titleIn(titles, map.value)
  const values = placeValues(map, rows).flatMap(({ value }) => value ?? [])
  const whole = values.length > 2 && values.every((value) => value >= 0 && value % 1 === 0)
  const counted = isCount(`${map.value} ${title}`) || isPopulation(map.value) || isPopulation(title)
  if (map.per !== undefined || !whole || !counted) return []
  const people = columns.find(
    (name) => name !== map.value && (isPopulation(name) || isPopulation(titleIn(titles, name))),
  )
  return [
    {
      kind: 'no-denominator',
      sentence: {
        zh: '这张图给件数上色：人多的地方总是深，图里看到的主要是人口。请除以人口，或改用比率。',
        en: 'Counts are coloured: where many live it is dark. Divide by population, or use a rate.',
      },
      ...(people === undefined
        ? {}
        : {
            mend: {
              label: { zh: '改用每万人', en: 'Per 10,000 people' },
              edits: [
                { path: ['per'], value: people },
                { path: ['label'], value: `每万${titleIn(titles, people)}的${title}` },
              ],
            },
          }),
    },
  ]
}
