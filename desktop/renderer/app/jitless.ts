import * as z from 'zod'

// The page's policy forbids generated code, and zod decides when a schema is made: keep this import first.
z.config({ jitless: true })
