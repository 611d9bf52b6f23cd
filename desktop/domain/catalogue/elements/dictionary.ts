import type { Problem } from '../../course/problem.ts'
import { readYaml } from '../../course/yaml.ts'
import { codeListFileSchema, type CodeList } from './code-list.ts'
import { readDivisions, type Divisions } from './divisions.ts'
import { elementFileSchema, type Element } from './element.ts'

/** The standard data elements, with what their rules refer to. */
export interface Dictionary {
  readonly elements: ReadonlyMap<string, Element>
  readonly lists: ReadonlyMap<string, CodeList>
  readonly divisions: Divisions
}

/** The files of `datasets/elements/` by their names. */
export type DictionaryFiles = ReadonlyMap<string, string>

const folder = 'datasets/elements'
const codesFile = 'codes.yaml'
const divisionsFile = 'divisions.csv'

/**
 * Reads the dictionary. A file that is wrong is left out and told of, so that the others stay of use;
 * so is an element that is there twice, or whose code list is not there.
 */
export function readDictionary(files: DictionaryFiles): {
  readonly dictionary: Dictionary
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const lists = new Map<string, CodeList>()
  const elements = new Map<string, Element>()
  const codes = files.get(codesFile)
  if (codes === undefined) problems.push(missing(codesFile))
  else readLists(codes, lists, problems)
  for (const [name, text] of files) {
    if (!name.endsWith('.yaml') || name === codesFile) continue
    readElements(`${folder}/${name}`, text, { elements, lists, problems })
  }
  const divisions = files.get(divisionsFile)
  if (divisions === undefined) problems.push(missing(divisionsFile))
  return { dictionary: { elements, lists, divisions: readDivisions(divisions ?? '') }, problems }
}

const missing = (name: string): Problem => ({
  file: `${folder}/${name}`,
  line: 1,
  problem: '没有这个文件',
})

function readLists(text: string, lists: Map<string, CodeList>, problems: Problem[]): void {
  const file = `${folder}/${codesFile}`
  const reading = readYaml({ file, line: 1, text }, codeListFileSchema)
  if (!reading.ok) {
    problems.push(...reading.problems)
    return
  }
  for (const list of reading.value.lists) {
    if (lists.has(list.id)) problems.push({ file, line: 1, problem: `代码表 ${list.id} 写了两次` })
    else lists.set(list.id, list)
  }
}

interface Into {
  readonly elements: Map<string, Element>
  readonly lists: ReadonlyMap<string, CodeList>
  readonly problems: Problem[]
}

function readElements(file: string, text: string, { elements, lists, problems }: Into): void {
  const reading = readYaml({ file, line: 1, text }, elementFileSchema)
  if (!reading.ok) {
    problems.push(...reading.problems)
    return
  }
  const { database } = reading.value
  for (const element of reading.value.elements) {
    const { id, codes } = element
    if (elements.has(id)) {
      problems.push({ file, line: 1, problem: `数据元 ${id} 写了两次` })
    } else if (codes !== undefined && !lists.has(codes)) {
      problems.push({ file, line: 1, problem: `数据元 ${id} 的代码表 ${codes} 不存在` })
    } else {
      elements.set(id, { ...element, database })
    }
  }
}
