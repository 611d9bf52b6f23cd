/** The import table of the design (desktop/docs/adr/002): who may import whom. */
const sides = ['domain', 'contract', 'services', 'engine', 'journal', 'host', 'renderer']
const may = {
  domain: [],
  contract: ['domain'],
  services: ['domain', 'contract'],
  engine: ['contract', 'domain'],
  journal: ['domain', 'services/ports\\.ts'],
  renderer: ['contract', 'domain'],
  host: ['domain', 'contract', 'services', 'engine', 'journal'],
}

const sideRules = sides.map((side) => ({
  name: `${side}-imports`,
  comment: `${side} may import only: itself${may[side].map((s) => `, ${s}`).join('')}`,
  severity: 'error',
  from: { path: `(^|/)desktop/${side}/` },
  to: {
    path: '(^|/)desktop/',
    pathNot: [side, ...may[side]].map(
      (to) => `(^|/)desktop/${to}${to.endsWith('.ts') ? '$' : '/'}`,
    ),
  },
}))

const noNode = ['domain', 'contract', 'services', 'renderer'].map((side) => ({
  name: `${side}-no-node`,
  comment: `${side} runs where Node's modules do not exist`,
  severity: 'error',
  from: { path: `(^|/)desktop/${side}/` },
  to: { dependencyTypes: ['core'] },
}))

export default {
  forbidden: [
    ...sideRules,
    ...noNode,
    {
      name: 'only-engine-imports-duckdb',
      comment: 'one module talks to DuckDB, so that one sandbox holds',
      severity: 'error',
      from: { pathNot: '(^|/)desktop/engine/' },
      to: { path: '@duckdb/' },
    },
    {
      name: 'only-electron-host-imports-electron',
      severity: 'error',
      from: { pathNot: '(^|/)desktop/host/electron/' },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'types', 'default'],
    },
  },
}
