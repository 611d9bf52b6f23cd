import { readdirSync, readFileSync } from 'node:fs'
import { checkerOf, type CheckContext } from '../../desktop/domain/catalogue/elements/check.ts'
import { readDictionary } from '../../desktop/domain/catalogue/elements/dictionary.ts'
import type { Element } from '../../desktop/domain/catalogue/elements/element.ts'

const folder = new URL('../../datasets/elements/', import.meta.url).pathname

/** The shipped files of the dictionary. */
export const shippedFiles = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')]),
)
export const { dictionary, problems } = readDictionary(shippedFiles)
export const today = '2026-11-25'
export const context: CheckContext = { ...dictionary, today }

export function element(id: string): Element {
  const found = dictionary.elements.get(id)
  if (!found) throw new Error(`no element ${id}`)
  return found
}

export const checker = (id: string) => checkerOf(element(id), context)
