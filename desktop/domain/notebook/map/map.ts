import * as z from 'zod'
import { axisFormats } from '../chart.ts'
import { acceptedSchema } from '../chart-warnings/warning.ts'
import { columnSchema } from '../channel.ts'
import { refusal } from '../issue.ts'
import { nameSchema } from '../name.ts'

const text = z.string().trim().min(1).max(300)
const breaks = z
  .array(z.number())
  .min(1)
  .max(4)
  .refine(
    (values) => values.every((value, at) => at === 0 || value > (values[at - 1] ?? value)),
    refusal('界限要从小到大', 'must rise'),
  )

/** The most classes that can be told apart on squares with words on them. */
export const mostClasses = 5

/** How values become colours: as many places in each class, classes equally wide, or bounds of one's own. */
const classesSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.enum(['quantile', 'equal']),
    count: z.int().min(2).max(mostClasses).default(mostClasses),
  }),
  z.strictObject({ by: z.literal('own'), breaks }),
])
export type Classes = z.infer<typeof classesSchema>

/** A map as its author writes it: places of a table, each in the colour of its value. */
export const mapSchema = z.strictObject({
  title: text,
  subtitle: text.optional(),
  /** A cell with a row for each place. */
  from: nameSchema,
  /** The column with the places' names or codes. */
  place: columnSchema,
  value: columnSchema,
  /** How many people live there; the map then shows the value per 10,000 of them. */
  per: columnSchema.optional(),
  /** Tiles of ours, or the name of a boundary file of one's own. */
  area: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u)
    .default('provinces'),
  /** What the colours stand for. */
  label: z.string().trim().min(1).max(60).optional(),
  format: z.enum(axisFormats).optional(),
  classes: classesSchema.default({ by: 'quantile', count: mostClasses }),
  source: text.optional(),
  accept: acceptedSchema.optional(),
})
export type MapSpec = z.infer<typeof mapSchema>

/** The map with each of its texts passed through `write`. */
export function mapMapTexts(map: MapSpec, write: (text: string) => string): MapSpec {
  return {
    ...map,
    title: write(map.title),
    ...(map.subtitle === undefined ? {} : { subtitle: write(map.subtitle) }),
    ...(map.source === undefined ? {} : { source: write(map.source) }),
  }
}

/** The texts of a map, which may quote values as prose does. */
export const textsOfMap = ({ title, subtitle = '', source = '' }: MapSpec): string[] =>
  [title, subtitle, source].filter((one) => one !== '')
