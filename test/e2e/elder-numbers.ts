import type { Page } from '@playwright/test'

/** What STANDARDS asks of a screen in elder mode, told as faults; none is right. */
export function elderFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const smallestText = 22
    const smallestTarget = 60
    const longestLine = 24
    const mostChoices = 3
    const faults: string[] = []
    const main = document.querySelector('main')
    if (!main) return ['there is no main']

    const visible = (element: Element) => {
      const box = element.getBoundingClientRect()
      return box.width > 2 && box.height > 2 && !element.closest('.visually-hidden')
    }
    const name = (element: Element) => element.textContent.trim().slice(0, 20)

    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement
      if (!parent || (node.textContent ?? '').trim() === '' || !visible(parent)) continue
      const size = parseFloat(getComputedStyle(parent).fontSize)
      if (size < smallestText) faults.push(`${size} px: ${name(parent)}`)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const line of range.getClientRects()) {
        const characters = line.width / size
        if (characters > longestLine + 0.5) {
          faults.push(`a line of ${characters.toFixed(1)} characters: ${name(parent)}`)
        }
      }
    }

    const targets = main.querySelectorAll('button, a[href], input, select, [role="switch"]')
    for (const target of targets) {
      const box = target.getBoundingClientRect()
      // what is hidden from the eye, or lies inside a line of text, is no target of its own
      if (!visible(target)) continue
      if (box.width < smallestTarget - 0.5 || box.height < smallestTarget - 0.5) {
        faults.push(`${box.width.toFixed(0)} × ${box.height.toFixed(0)} px: ${name(target)}`)
      }
    }

    const groups: [string, string][] = [
      ['beside the phone', '.room > .talk > :not(.author) :is(button, a[href])'],
      ['below', '.room > .foot button'],
    ]
    for (const [place, selector] of groups) {
      const count = [...main.querySelectorAll(selector)].filter(visible).length
      if (count > mostChoices) faults.push(`${count} choices ${place}`)
    }
    const primary = main.querySelectorAll(
      '.room > .talk [data-kind="primary"], .room > .foot [data-kind="primary"]',
    )
    if (primary.length > 1) faults.push(`${primary.length} primary actions`)
    if (main.scrollWidth > main.clientWidth) faults.push('it scrolls sideways')
    return faults
  })
}
