import * as Plot from '@observablehq/plot'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { styleHash } from '../../desktop/host/page-policy.ts'
import { plotStyleHashes } from '../../desktop/host/plot-styles.ts'

test("the policy's hashes are those of the styles that Plot really writes", () => {
  const document = new Window().document as unknown as Document
  const picture = Plot.plot({ document, marks: [Plot.dot([[1, 2]])] })
  const color = { type: 'threshold', domain: [1, 2], range: ['red', 'white', 'blue'] } as const
  const ramp = Plot.legend({ document, color, legend: 'ramp' } as unknown as Plot.LegendOptions)
  const written = [picture, ramp].map((node) => node.querySelector('style')?.textContent ?? '')
  expect(written.map(styleHash)).toEqual(plotStyleHashes)
})
