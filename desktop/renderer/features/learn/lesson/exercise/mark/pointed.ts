import type { Span } from '../../../../../../domain/course/mark/span.ts'

const fragmentOf = (node: Node | null): HTMLElement | null => {
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null)
  return element?.closest<HTMLElement>('[data-from]') ?? null
}

/** The index of the word under a pointer; nothing between words. */
export function pieceUnder(target: EventTarget | null): number | undefined {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-piece]') : null
  return found ? Number(found.dataset['piece']) : undefined
}

/** What is selected inside an element, in UTF-16 units of its text; nothing where nothing is. */
export function selectedIn(root: HTMLElement): Span | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return undefined
  const all = [...root.querySelectorAll<HTMLElement>('[data-from]')]
  const inside = all.filter((each) => range.intersectsNode(each))
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last) return undefined
  const from = placeIn(first, range.startContainer, range.startOffset) ?? startOf(first)
  const to = placeIn(last, range.endContainer, range.endOffset) ?? endOf(last)
  return to > from ? { from, to } : undefined
}

const startOf = (fragment: HTMLElement): number => Number(fragment.dataset['from'])
const endOf = (fragment: HTMLElement): number => Number(fragment.dataset['to'])

/** Where a selection's end stands in a fragment; nothing where it stands outside. */
function placeIn(fragment: HTMLElement, node: Node, offset: number): number | undefined {
  if (node.nodeType !== Node.TEXT_NODE || fragmentOf(node) !== fragment) return undefined
  return Math.min(startOf(fragment) + offset, endOf(fragment))
}

/** The word that stands above or below another one on the page; itself where no line is there. */
export function wordOnLine(root: HTMLElement, active: number, step: 1 | -1): number {
  const words = [...root.querySelectorAll<HTMLElement>('[data-piece]')]
  const boxes = words.map((word) => ({ word, box: word.getBoundingClientRect() }))
  const here = boxes.find(({ word }) => pieceUnder(word) === active)?.box
  if (!here) return active
  const away = (box: DOMRect) => (box.top - here.top) * step
  const further = boxes.filter(({ box }) => away(box) > here.height / 2)
  const line = Math.min(...further.map(({ box }) => away(box)))
  const sameLine = further.filter(({ box }) => away(box) < line + here.height / 2)
  const middle = (box: DOMRect) => Math.abs(box.left + box.width / 2 - here.left - here.width / 2)
  const nearest = sameLine.sort((a, b) => middle(a.box) - middle(b.box))[0]
  return nearest ? (pieceUnder(nearest.word) ?? active) : active
}
