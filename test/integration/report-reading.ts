import { Window } from 'happy-dom'
import { expect } from 'vitest'
import type { Report } from '../../desktop/services/report/render.ts'
import { script } from '../../desktop/services/report/script.ts'

/** The file as a browser without scripts reads it. */
export function read({ html }: Pick<Report, 'html'>) {
  const { document } = new Window()
  document.write(html)
  const all = Array.from(document.querySelectorAll('*'))
  return {
    document,
    tags: new Set(all.map(({ tagName }) => tagName.toLowerCase())),
    attributes: all.flatMap((element) => Array.from(element.attributes)),
    text: (selector: string) =>
      Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent),
  }
}

/** Nothing in it fetches or leads away; nothing runs but our own script. */
export function expectInert(report: Report): void {
  const { document, tags, attributes, text } = read(report)
  const scripts = Array.from(document.querySelectorAll('script:not([type="application/json"])'))
  expect(scripts.map(({ textContent }) => textContent)).toEqual([script])
  const links = Array.from(document.querySelectorAll('a'), (a) => a.getAttribute('href') ?? '')
  for (const link of links) {
    expect(link).toMatch(/^#/)
    expect(document.getElementById(link.slice(1)), link).not.toBeNull()
  }
  for (const tag of ['img', 'iframe', 'link', 'object', 'embed', 'form', 'base']) {
    expect(tags).not.toContain(tag)
  }
  const names = attributes.map(({ name }) => name.toLowerCase())
  expect(names.filter((name) => /^on|^(?:src|xlink:href|style|action)$/.test(name))).toEqual([])
  const values = attributes.filter(({ name }) => name !== 'xmlns').map(({ value }) => value)
  expect([...values, ...text('style')].join('\n')).not.toMatch(/url\s*\(|@import/)
}
