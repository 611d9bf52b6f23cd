import * as z from 'zod'

/** A pack of recorded voices is named as its folder is. */
export const packIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
