import { isArea, isCount, isPopulation } from '../../../../domain/notebook/chart-warnings/words.ts'
import { stringify } from 'yaml'
import type { OpenNotebook } from '../open-notebook.svelte.ts'
import { fieldsOf, plainTable } from '../fields.ts'
import { fold } from '../../../../domain/notebook/name.ts'

/** The YAML of a first map of a table above; nothing where it has no places or no numbers. */
export function newMap(book: OpenNotebook, above: string): string | undefined {
  const from = plainTable(book.notebook, above)
  if (![...book.runner.cells.values()].some(({ cell }) => fold(cell) === fold(from)))
    return undefined
  const fields = fieldsOf(book, from)
  const place = fields.find(
    ({ name, title, kind }) => kind === 'text' && isArea(`${name} ${title}`),
  )
  const numbers = fields.filter(({ kind, name }) => kind === 'number' && name !== place?.name)
  const people = numbers.find(({ name, title }) => isPopulation(name) || isPopulation(title))
  const value = numbers.find((one) => one !== people) ?? people
  if (!place || !value) return undefined
  const counted = people && value !== people && isCount(`${value.name} ${value.title}`)
  const streets = /street|街道|镇/i.test(`${place.name} ${place.title}`)
  const label = counted ? `每万${people.title}的${value.title}` : value.title
  return stringify(
    {
      title: `各${place.title}的${label}`.slice(0, 300),
      from,
      area: streets ? 'anlan-streets' : 'provinces',
      place: place.name,
      value: value.name,
      ...(counted ? { per: people.name } : {}),
      label: label.slice(0, 60),
    },
    { lineWidth: 0 },
  ).trimEnd()
}
