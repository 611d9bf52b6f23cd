/**
 * A picture is read out as one thing with its summary; Plot's names for its groups would be read
 * one by one, in English, and mean nothing without the picture.
 */
export function giveMeaning(svg: SVGSVGElement, summary: string): void {
  for (const part of svg.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label')
    part.removeAttribute('aria-description')
  }
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', summary)
}
