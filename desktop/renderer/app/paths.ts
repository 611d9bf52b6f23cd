/** Every page of the app and its address behind the `#`. */
export const paths = {
  home: '/',
  courses: '/learn',
  course: '/learn/:course',
  test: '/learn/:course/test',
  lesson: '/learn/:course/:lesson',
  review: '/review',
  capstone: '/capstone/:programme',
  judge: '/judge/:work/:as',
  programme: '/programme/:programme',
  sitting: '/sitting/:sitting',
  myRecord: '/my-record',
  practice: '/phone',
  scenario: '/phone/:course/:scenario',
  drill: '/drill/:course',
  teach: '/teach',
  drillSheet: '/teach/:course/drill',
  papers: '/teach/:course/:lesson',
  stage: '/stage/:course/:lesson',
  projector: '/projector/:course/:lesson',
  clicker: '/clicker/:course/:lesson',
  board: '/class/:class/now',
  sessionReport: '/class/:class/session/:session',
  faces: '/faces/:session',
  classLan: '/class/:class/lan',
  capstones: '/class/:class/capstones',
  classes: '/class',
  training: '/class/:class/training',
  class: '/class/:class',
  seat: '/seat/:class',
  catalogue: '/research',
  dataset: '/research/:dataset',
  datasetPart: '/research/:dataset/:part',
  requests: '/requests',
  holidays: '/holidays',
  elements: '/elements',
  import: '/import',
  notebooks: '/notebooks',
  notebook: '/notebooks/:id',
  certificate: '/certificate/:course',
  verify: '/verify',
  glossary: '/glossary',
  notes: '/notes',
  settings: '/settings',
} as const

export type PageName = keyof typeof paths

type ParamNames<Path extends string> = Path extends `${string}:${infer Param}/${infer Rest}`
  ? Param | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Param}`
    ? Param
    : never

export type PageParams<Page extends PageName> = Record<ParamNames<(typeof paths)[Page]>, string>

export type Route = {
  [Page in PageName]: { readonly page: Page; readonly params: PageParams<Page> }
}[PageName]

/** The link to a page: `href('dataset', { dataset: 'census-2020' })` is `#/research/census-2020`. */
export function href<Page extends PageName>(
  page: Page,
  ...params: keyof PageParams<Page> extends never ? [] : [PageParams<Page>]
): string {
  const values = new Map<string, string>(Object.entries(params[0] ?? {}))
  const filled = paths[page].replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(values.get(name) ?? ''),
  )
  return `#${filled}`
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined // a broken escape is no address of ours
  }
}

function match(path: string, parts: readonly string[]): Record<string, string> | undefined {
  const wanted = path.split('/').slice(1)
  if (wanted.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const part = decode(parts[index] ?? '')
    if (want.startsWith(':') ? !part : want !== part) return undefined
    if (want.startsWith(':') && part) params[want.slice(1)] = part
  }
  return params
}

/** What of a hash names the page: all up to the first `?`. */
export function pathOf(hash: string): string {
  return hash.split('?', 1)[0] ?? ''
}

/** What a page was asked in its address: `#/research?q=热线`. */
export function queryOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.slice(pathOf(hash).length))
}

/** An address with a question to its page. */
export function withQuery(address: string, query: URLSearchParams): string {
  return query.size === 0 ? address : `${address}?${query.toString()}`
}

/** The page that a location's hash names; `undefined` where there is none. */
export function parseRoute(hash: string): Route | undefined {
  const parts = pathOf(hash)
    .replace(/^#?\/?/, '')
    .split('/')
  for (const [page, path] of Object.entries(paths)) {
    const params = match(path, parts)
    // the parameters' names were read from this page's own path
    if (params) return { page, params } as Route
  }
  return undefined
}
