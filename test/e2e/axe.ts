import type { Page } from '@playwright/test'
import axe from 'axe-core'

interface Looking {
  /** A selector; the whole page where it is missing. */
  readonly within?: string
  /** Only these rules. */
  readonly only?: readonly string[]
  /** Rules that are off unless one asks for them. */
  readonly also?: readonly string[]
}

/** What axe finds, each as rule and place; none is right. Its source goes into a page only once. */
export async function axeFaults(page: Page, looking: Looking = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async ({ within, only, also = [] }) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(within ?? document, {
      resultTypes: ['violations'],
      ...(only && { runOnly: [...only] }),
      rules: Object.fromEntries(also.map((rule) => [rule, { enabled: true }])),
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }, looking)
}
