import type { Figure } from '../../../../../../domain/course/figure/figure.ts'

/** Whether the point of a label stands out. */
export type Strong = (label: string) => boolean

/** Without anything that stands out, everything does. */
export function strongIn({ highlight }: Pick<Figure, 'highlight'>): Strong {
  return (label) => highlight.length === 0 || highlight.includes(label)
}
