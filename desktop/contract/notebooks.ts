import * as z from 'zod'
import { notebookId } from './workbench.ts'
import { procedure } from './wire/procedure.ts'

const version = z.string().regex(/^[0-9a-f]{64}$/)
const source = z.string().max(2_000_000)

/** An earlier text of a notebook. */
export const notebookVersionSchema = z.object({
  version,
  /** Until when it was the notebook's text, ISO 8601; null for what was shipped. */
  until: z.string().nullable(),
  /** What the user called it. */
  name: z.string().nullable(),
  /** Lines by which it differs from the text before it; null where that is not known. */
  size: z.object({ added: z.int(), removed: z.int() }).nullable(),
  /** Its file is damaged: it cannot be read or restored. */
  damaged: z.boolean(),
})
export type NotebookVersion = z.infer<typeof notebookVersionSchema>

export const removedNotebookSchema = z.object({
  id: notebookId,
  title: z.string(),
  /** When it was removed, ISO 8601. */
  at: z.string(),
})
export type RemovedNotebook = z.infer<typeof removedNotebookSchema>

/** Keeping notebooks: new ones, earlier texts, what was removed. */
export const notebookProcedures = {
  /** Newest first; the shipped text, where there is one, is the last. */
  'notebook.versions': procedure({
    input: z.object({ id: notebookId }),
    output: z.array(notebookVersionSchema),
  }),
  'notebook.version': procedure({
    input: z.object({ id: notebookId, version }),
    output: z.object({ source: z.string() }),
  }),
  /** A named version is not thinned out with time; an empty name takes the name away. */
  'notebook.nameVersion': procedure({
    input: z.object({ id: notebookId, version, name: z.string().trim().max(30) }),
    output: z.object({}),
  }),
  /** A new notebook under a free id: `id` itself where one is wished for, else made of the title. */
  'notebook.create': procedure({
    input: z.object({ source, wish: notebookId.optional() }),
    output: z.object({ id: notebookId, version: z.string() }),
  }),
  /** `conflict` where it is no longer at `base`. What was shipped cannot be removed. */
  'notebook.remove': procedure({
    input: z.object({ id: notebookId, base: z.string() }),
    output: z.object({}),
  }),
  /** Newest first. */
  'notebook.removed': procedure({ input: z.object({}), output: z.array(removedNotebookSchema) }),
  'notebook.bringBack': procedure({
    input: z.object({ id: notebookId }),
    output: z.object({ version: z.string() }),
  }),
  /** Deletes a removed notebook with all its versions, for good. */
  'notebook.forget': procedure({ input: z.object({ id: notebookId }), output: z.object({}) }),
} as const
