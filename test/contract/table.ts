import * as z from 'zod'
import { bytes, procedure } from '../../desktop/contract/wire/procedure.ts'

/** The procedures that the contract suite serves on the other side of every port. */
export const testTable = {
  echo: procedure({ input: z.unknown(), output: z.unknown() }),
  ping: procedure({ input: z.object({ n: z.int() }), output: z.object({ n: z.int() }) }),
  trim: procedure({
    input: z.object({ text: z.string().trim().min(1), times: z.int().default(1) }),
    output: z.object({ text: z.string() }),
  }),
  fail: procedure({
    input: z.object({ how: z.enum(['typed', 'unknown', 'output', 'value', 'large']) }),
    output: z.object({ data: z.unknown() }),
  }),
  /** Adds up the bytes and gives them back. */
  sum: procedure({
    input: z.object({ parts: z.array(bytes), inner: z.object({ bytes }).optional() }),
    output: z.object({ sums: z.array(z.int()), parts: z.array(bytes) }),
  }),
  count: procedure({
    input: z.object({ to: z.int(), failAt: z.int().optional(), badAt: z.int().optional() }),
    item: z.object({ n: z.int() }),
    progress: z.number(),
    output: z.object({ count: z.int() }),
  }),
  /** Progress told `times` times in one go. */
  work: procedure({
    input: z.object({ times: z.int() }),
    progress: z.object({ done: z.int() }),
    output: z.object({ done: z.int() }),
  }),
  /** `chunks` chunks of `size` bytes; the n-th is filled with n modulo 251. */
  download: procedure({
    input: z.object({ chunks: z.int(), size: z.int(), give: z.boolean() }),
    item: bytes,
    output: z.object({ bytes: z.int() }),
  }),
  /** Emits without end; what happens to it is told by `state` under its key. */
  endless: procedure({
    input: z.object({ key: z.string(), await: z.boolean() }),
    item: z.int(),
    output: z.object({}),
  }),
  /** Sends more items than the caller allowed, past the server's own count. */
  overrun: procedure({ input: z.object({ items: z.int() }), item: z.int(), output: z.object({}) }),
  /** Never answers, but ends when aborted; `deaf` only when woken. */
  hang: procedure({
    input: z.object({ key: z.string(), deaf: z.boolean().optional() }),
    output: z.object({}),
  }),
  wake: procedure({ input: z.object({ key: z.string() }), output: z.object({}) }),
  state: procedure({
    input: z.object({ key: z.string() }),
    output: z.object({ emitted: z.int(), events: z.array(z.string()), running: z.int() }),
  }),
  refused: procedure({ input: z.object({}), output: z.int() }),
  /** Ends the process or thread at once. */
  die: procedure({ input: z.object({}), output: z.object({}) }),
} as const

export type TestTable = typeof testTable
