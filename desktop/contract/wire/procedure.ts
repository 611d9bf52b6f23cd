import * as z from 'zod'

/**
 * What both sides know of one procedure. Schemas are run by the sender and by the receiver, so a
 * schema must accept what it returns (`trim` and `default` do; changing a type does not).
 */
export interface Procedure<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends z.ZodType = z.ZodType,
  P extends z.ZodType = z.ZodType,
> {
  readonly input: I
  readonly output: O
  /** Never matches where the procedure has no stream. */
  readonly item: E
  /** Never matches where the procedure tells no progress. */
  readonly progress: P
}

/** Declares a procedure: one input, one output, and between them any number of items and progress. */
export function procedure<
  I extends z.ZodType,
  O extends z.ZodType,
  E extends z.ZodType = z.ZodNever,
  P extends z.ZodType = z.ZodNever,
>(schemas: { input: I; output: O; item?: E; progress?: P }): Procedure<I, O, E, P> {
  const { input, output, item = z.never(), progress = z.never() } = schemas
  return { input, output, item: item as E, progress: progress as P }
}

/**
 * Bytes that travel as they are: checked for their type, never walked. What arrives may be a view
 * on a larger buffer: mind `byteOffset` where `.buffer` is used.
 */
export const bytes: z.ZodType<Uint8Array<ArrayBuffer>, Uint8Array> = z.custom<
  Uint8Array<ArrayBuffer>
>((value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer)

export type Table = Readonly<Record<string, Procedure>>
export type Name<T extends Table> = keyof T & string

/** What a handler is given. */
export type Input<T extends Table, K extends keyof T> = z.output<T[K]['input']>
/** What a caller is given. */
export type Output<T extends Table, K extends keyof T> = z.output<T[K]['output']>
export type Item<T extends Table, K extends keyof T> = z.output<T[K]['item']>
export type Progress<T extends Table, K extends keyof T> = z.output<T[K]['progress']>

/** Names of the procedures that send items. */
export type Streaming<T extends Table> = {
  [K in Name<T>]: [Item<T, K>] extends [never] ? never : K
}[Name<T>]

/** One call as its handler sees it. */
export interface Call<E, P, C> {
  /** Aborts when the caller cancels or goes away; its reason is the error to end with. */
  readonly signal: AbortSignal
  readonly context: C
  /** Sends an item; resolves when there is room for the next, rejects once the call is over. */
  readonly emit: (item: E) => Promise<void>
  /** Tells how far the work is: a hint, thinned out when it comes too often. */
  readonly progress: (value: P) => void
}

export type Handler<T extends Table, K extends keyof T, C> = (
  input: Input<T, K>,
  call: Call<z.input<T[K]['item']>, z.input<T[K]['progress']>, C>,
) => z.input<T[K]['output']> | Promise<z.input<T[K]['output']>>

/** One function for each procedure of the table. */
export type Handlers<T extends Table, C> = { readonly [K in keyof T]: Handler<T, K, C> }

export interface CallOptions<P> {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: P) => void) | undefined
}

export interface StreamOptions<P> extends CallOptions<P> {
  /** How many items may be on their way or waiting to be read; 16 unless said. */
  readonly window?: number | undefined
}

/** Items in order, for one reader. Leaving the loop early cancels the call. */
export interface Stream<E, O> extends AsyncIterable<E, void, undefined> {
  /** The output. It comes after the last item, so read the items first. */
  readonly result: Promise<O>
}

/**
 * The table as its caller sees it. A failed call rejects with a `ZhizhiError`; an error thrown by the
 * caller's own `onProgress` ends the call and comes back as it is.
 */
export interface Client<T extends Table> {
  call<K extends Exclude<Name<T>, Streaming<T>>>(
    name: K,
    input: z.input<T[K]['input']>,
    options?: CallOptions<Progress<T, K>>,
  ): Promise<Output<T, K>>
  stream<K extends Streaming<T>>(
    name: K,
    input: z.input<T[K]['input']>,
    options?: StreamOptions<Progress<T, K>>,
  ): Stream<Item<T, K>, Output<T, K>>
}
