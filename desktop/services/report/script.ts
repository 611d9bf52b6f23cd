/**
 * The report's only script, named in its policy by its hash: it sorts tables, shows what a shape of
 * a chart stands for, and opens the source that a number leads to. It reads and changes this page
 * only; without it everything is still there to be read.
 */
export const script = `'use strict'
const one = (tag, attributes, text) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.textContent = text
  return made
}
const numberOf = (text) => {
  const plain = text.replace(/[,\\s]/g, '').replace('\\u2212', '-')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : undefined
}
const compare = (a, b) => {
  const [x, y] = [numberOf(a), numberOf(b)]
  if (x !== undefined && y !== undefined) return x - y
  if (x === undefined && y === undefined) return a.localeCompare(b, 'zh-CN')
  return x === undefined ? 1 : -1
}
const sort = (table, heads, at) => {
  const head = heads[at]
  const up = head.getAttribute('aria-sort') !== 'ascending'
  for (const other of heads) other.removeAttribute('aria-sort')
  head.setAttribute('aria-sort', up ? 'ascending' : 'descending')
  const body = table.tBodies[0]
  const rows = [...body.rows].map((row) => [row.cells[at]?.textContent ?? '', row])
  rows.sort(([a], [b]) => (up ? compare(a, b) : compare(b, a)))
  body.append(...rows.map(([, row]) => row))
}
for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells]
  heads.forEach((head, at) => {
    const button = one('button', { type: 'button', title: '按这一列排序' }, head.textContent)
    button.addEventListener('click', () => sort(table, heads, at))
    head.replaceChildren(button)
  })
}
const tip = one('div', { class: 'tip', hidden: '' }, '')
document.body.append(tip)
const told = new WeakMap()
for (const title of document.querySelectorAll('figure svg title')) {
  told.set(title.parentNode, title.textContent)
  title.remove()
}
const show = (event) => {
  const text = told.get(event.target)
  tip.hidden = text === undefined
  if (text === undefined) return
  tip.textContent = text
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8
  tip.style.left = Math.max(8, Math.min(event.clientX + 14, room)) + 'px'
  tip.style.top = event.clientY + 18 + 'px'
}
document.addEventListener('pointermove', show)
document.addEventListener('pointerdown', show)
document.addEventListener('scroll', () => (tip.hidden = true), { passive: true })
const open = () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const folded = place?.closest('details')
  if (!folded) return
  folded.open = true
  folded.scrollIntoView()
}
addEventListener('hashchange', open)
open()
`
