import type { Page } from '@playwright/test'

/** Every page worth looking at, by its address; grows with every page. */
export const pages = {
  home: '#/',
  courses: '#/learn',
  course: '#/learn/a4-query-1',
  review: '#/review',
  'my-record': '#/my-record',
  programme: '#/programme/cadre-data',
  'lesson-query': '#/learn/a4-query-1/01-count-by-street',
  'lesson-payment': '#/learn/b4-payment/01-look-before-paying',
  certificate: '#/certificate/b4-payment',
  verify: '#/verify',
  glossary: '#/glossary?term=denominator',
  notes: '#/notes',
  practice: '#/phone',
  scenario: '#/phone/b4-payment/look-before-paying',
  drill: '#/drill/b8-fraud',
  teach: '#/teach',
  papers: '#/teach/b4-payment/01-look-before-paying',
  stage: '#/stage/b4-payment/01-look-before-paying',
  projector: '#/projector/b4-payment/01-look-before-paying',
  clicker: '#/clicker/b4-payment/01-look-before-paying',
  'drill-sheet': '#/teach/b8-fraud/drill',
  classes: '#/class',
  catalogue: '#/research',
  'catalogue-asked': '#/research?q=热线&origin=synthetic&level=general',
  'catalogue-nothing': '#/research?q=没有这样的数据',
  dataset: '#/research/census-2020',
  'dataset-data': '#/research/census-2020/data',
  'dataset-several': '#/research/anlan-places/data',
  'dataset-elements': '#/research/hotline-tickets/elements',
  'dataset-quality': '#/research/hotline-tickets/quality',
  elements: '#/elements',
  'dataset-synthetic': '#/research/hotline-tickets',
  'dataset-sharing': '#/research/hotline-tickets/sharing',
  requests: '#/requests',
  import: '#/import',
  holidays: '#/holidays',
  'dataset-synthetic-data': '#/research/hotline-tickets/data',
  'dataset-events': '#/research/anlan-grid-events/data',
  notebooks: '#/notebooks',
  notebook: '#/notebooks/ageing-digital-divide',
  settings: '#/settings',
  nowhere: '#/no/such/page',
} as const

export const themes = { light: '浅色', dark: '深色', contrast: '高对比', elder: '长辈版' } as const
export type Theme = keyof typeof themes

/** Chooses a theme on the settings page; elder mode is left by its own button first. */
export async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  await go(page, '#/settings')
  const back = page.getByRole('button', { name: '返回普通版' })
  if (await back.first().isVisible()) await back.first().click()
  await page.getByRole('radio', { name: themes[theme] }).click({ force: true })
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
}

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await settle(page)
}

/** Waits until nothing on the page says that it is busy, and its fonts are there. */
export async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(150)
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), undefined, {
    timeout: 20_000,
  })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(250)
}
