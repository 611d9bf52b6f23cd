import { expect, test } from 'vitest'
import { drawnBy } from '../../desktop/build/drawn.ts'

const at = (path: string) => `/x/${path}.ts`
const graph: Readonly<Record<string, readonly string[]>> = {
  [at('desktop/contract/a')]: [at('desktop/contract/b'), at('desktop/domain/kinds')],
  [at('desktop/contract/b')]: [at('desktop/domain/rules'), '/x/node_modules/zod/index.js'],
  [at('desktop/domain/rules')]: [at('desktop/domain/kinds'), '/x/node_modules/yaml/index.js'],
  // a cycle ends
  '/x/node_modules/yaml/index.js': ['/x/node_modules/yaml/other.js'],
  '/x/node_modules/yaml/other.js': ['/x/node_modules/yaml/index.js'],
  // a page's own imports are not the contract's
  [at('desktop/renderer/page')]: [at('desktop/domain/large')],
}
const sizes: Readonly<Record<string, number>> = {
  [at('desktop/domain/rules')]: 20,
  [at('desktop/domain/kinds')]: 3,
  [at('desktop/domain/large')]: 999,
  '/x/node_modules/yaml/index.js': 400,
  '/x/node_modules/yaml/other.js': 100,
}

test('what the contract draws along is told by the module that it names, the heaviest first', () => {
  const found = drawnBy(
    Object.keys(graph),
    (id) => graph[id] ?? [],
    (id) => sizes[id] ?? 0,
  )
  expect(found).toEqual([
    {
      ...{ module: 'desktop/domain/rules.ts', by: 'desktop/contract/b.ts', bytes: 523 },
      most: [
        ...['node_modules/yaml/index.js', 'node_modules/yaml/other.js'],
        'desktop/domain/rules.ts',
      ],
    },
    {
      ...{ module: 'desktop/domain/kinds.ts', by: 'desktop/contract/a.ts', bytes: 3 },
      most: ['desktop/domain/kinds.ts'],
    },
  ])
})
