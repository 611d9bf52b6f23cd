import * as z from 'zod'
import { procedure } from './wire/procedure.ts'

const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u)
const place = z.object({
  code: z.string(),
  name: z.string(),
  rings: z.array(z.array(z.tuple([z.number(), z.number()]))),
})

/** Reviewed boundary files of the user's own, kept in the workspace; none comes with the app. */
export const boundaryProcedures = {
  'boundary.list': procedure({
    input: z.object({}),
    output: z.array(z.object({ id, title: z.string(), approval: z.string() })),
  }),
  /** `boundary_refused` where it is no closed set of outlines, or has no review number. */
  'boundary.add': procedure({
    input: z.object({
      id,
      title: z.string().min(1).max(60),
      approval: z.string().max(60),
      text: z.string().max(6_000_000),
    }),
    output: z.object({ id, places: z.int() }),
  }),
  'boundary.read': procedure({
    input: z.object({ id }),
    output: z.object({ title: z.string(), approval: z.string(), places: z.array(place) }),
  }),
} as const
