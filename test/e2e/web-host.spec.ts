import { expect, test } from './fixtures.ts'

test('a window without the session cookie gets a sentence, not the app', async ({ app, page }) => {
  const stranger = await page.context().browser()?.newContext()
  const other = await stranger!.newPage()
  await other.goto(new URL('/', app.url).href)
  await expect(other.locator('body')).toContainText('启动')
  await stranger!.close()
})
