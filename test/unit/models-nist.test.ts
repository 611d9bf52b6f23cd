import { expect, test } from 'vitest'
import { nistSets } from '../bench/nist.ts'

test.each(nistSets())('NIST’s $name to nine digits and more', ({ digits }) => {
  expect(digits).toBeGreaterThanOrEqual(9)
})
