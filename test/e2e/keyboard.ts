import { expect, type Page } from '@playwright/test'
import { settle } from './pages.ts'

/** Hands that have no mouse: what has the keyboard is found by going on to it, and must be seen to have it. */
export class Keyboard {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  /** Writes as an input method does, all at once. */
  async write(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text)
  }

  /** What has the keyboard: its role and what it is called, and whether that is seen. */
  here(): Promise<string> {
    return this.#page.evaluate(() => {
      const node = document.activeElement
      if (!node || node === document.body) return 'nothing'
      const label = node.id && document.querySelector(`label[for="${CSS.escape(node.id)}"]`)
      const name = node.getAttribute('aria-label') ?? (label || node).textContent
      const { outlineStyle, outlineWidth } = getComputedStyle(node)
      const item = node.getAttribute('role') === 'menuitem' || node.closest('.cm-editor')
      const seen = item || (outlineStyle !== 'none' && outlineWidth !== '0px')
      const role = node.getAttribute('role') ?? node.tagName.toLowerCase()
      return `${seen ? '' : 'unseen '}${role} ${name.trim().replaceAll(/\s+/g, ' ')}`
    })
  }

  /** Goes on with Tab until this has the keyboard. */
  async to(what: RegExp): Promise<void> {
    const passed: string[] = []
    for (let count = 0; count < 150; count += 1) {
      const here = await this.here()
      if (what.test(here)) {
        expect(here).not.toContain('unseen')
        return
      }
      passed.push(here.slice(0, 40))
      // an editor takes Tab for its own, until Esc was pressed
      if (here.startsWith('textbox')) await this.press('Escape')
      await this.press('Tab')
    }
    throw new Error(`${String(what)} is not reached: ${passed.join(' | ')}`)
  }

  /** Presses what is reached. */
  async use(what: RegExp): Promise<void> {
    await this.to(what)
    await this.press('Enter')
    await settle(this.#page)
  }

  /** An entry of the list or menu that is open. */
  async choose(what: RegExp): Promise<void> {
    for (let count = 0; count < 40 && !what.test(await this.entry()); count += 1) {
      await this.press('ArrowDown')
    }
    expect(await this.entry()).toMatch(what)
    await this.press('Enter')
    await settle(this.#page)
  }

  /** The entry that the arrows have come to, in a menu or in a list. */
  entry(): Promise<string> {
    return this.#page.evaluate(() => {
      const entry = document.querySelector('[role="option"][data-highlighted]')
      return (entry ?? document.activeElement)?.textContent.trim() ?? ''
    })
  }
}
