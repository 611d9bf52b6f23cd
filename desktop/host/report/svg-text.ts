import { escape } from '../../services/report/html.ts'
import { paperPalette } from '../../domain/notebook/palette.ts'

/** The shapes that Plot draws with; anything else is left out. */
const elements = new Set('svg g path rect circle line text tspan title polyline polygon'.split(' '))

const attributes = new Set(
  (
    'viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d dx dy points transform rotate ' +
    'fill stroke opacity fill-opacity stroke-opacity stroke-width stroke-dasharray ' +
    'stroke-linecap stroke-linejoin stroke-miterlimit shape-rendering paint-order ' +
    'text-anchor dominant-baseline font-weight font-variant font-style'
  ).split(' '),
)

/** A file that is read by itself has no surrounding colour to take over. */
const settled = (value: string) => (value === 'currentColor' ? paperPalette.colours.ink : value)

/** No value names another place. */
const leadsAway = (value: string) => /url\s*\(/i.test(value)

/**
 * A drawn picture as text that holds shapes and words only: no scripts, handlers, links, styles or
 * addresses, whatever the data said. `label` is what it says to those who do not see it.
 */
export function svgText(svg: Element, label: string): string {
  const inner = Array.from(svg.childNodes, write).join('')
  const meaning = `role="img" aria-label="${escape(label)}" font-size="12"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${meaning}${written(svg)}>${inner}</svg>`
}

function write(node: ChildNode): string {
  if (node.nodeType === 3) return escape(node.textContent ?? '')
  if (node.nodeType !== 1) return ''
  const element = node as Element
  const name = element.localName
  if (!elements.has(name)) return ''
  const inner = Array.from(element.childNodes, write).join('')
  return `<${name}${written(element)}>${inner}</${name}>`
}

function written(element: Element): string {
  return Array.from(element.attributes)
    .filter(({ name, value }) => attributes.has(name) && !leadsAway(value))
    .map(({ name, value }) => ` ${name}="${escape(settled(value))}"`)
    .join('')
}
