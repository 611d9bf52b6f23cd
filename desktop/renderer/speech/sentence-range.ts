interface Reading {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Letters {
  /** All that is shown, without spaces: how a text is wrapped does not count. */
  readonly text: string
  /** Where each letter stands. */
  readonly places: readonly (readonly [Text, number])[]
}

const tight = (text: string) => text.replaceAll(/\s/gu, '')

/** Where the sentence that is being read stands in what an element shows; nothing where it is not there. */
export function sentenceRange(root: HTMLElement, reading: Reading): Range | undefined {
  const { text, places } = lettersOf(root)
  const place = placeOf(text, reading)
  const first = place && places[place.start]
  const last = place && places[place.end - 1]
  if (!first || !last) return undefined
  const range = document.createRange()
  range.setStart(...first)
  range.setEnd(last[0], last[1] + 1)
  return range
}

/** In letters. The element may show more than is read, or a part of it. */
function placeOf(shown: string, { text, start, end }: Reading) {
  const whole = tight(text)
  const from = tight(text.slice(0, start)).length
  const sentence = tight(text.slice(start, end))
  const more = shown.indexOf(whole)
  if (more >= 0) return { start: more + from, end: more + from + sentence.length }
  const part = shown === '' ? -1 : whole.indexOf(shown)
  if (part < 0) {
    const alone = shown.indexOf(sentence)
    return alone < 0 ? undefined : { start: alone, end: alone + sentence.length }
  }
  const begin = Math.max(from - part, 0)
  const finish = Math.min(from + sentence.length - part, shown.length)
  return begin < finish ? { start: begin, end: finish } : undefined
}

/** Words of the glossary are buttons too, and are read. */
const unread = 'button:not([data-term]), .visually-hidden, [aria-hidden="true"], script, style'

function lettersOf(root: HTMLElement): Letters {
  const places: [Text, number][] = []
  let text = ''
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(unread)) continue
    for (let at = 0; at < node.data.length; at += 1) {
      const letter = node.data.charAt(at)
      if (tight(letter) === '') continue
      text += letter
      places.push([node, at])
    }
  }
  return { text, places }
}
