import { isLessonFolder, readCourse } from '../domain/course/course.ts'
import { readLesson, type LessonBlock } from '../domain/course/lesson.ts'
import { parseNotebook } from '../domain/notebook/parse.ts'
import { readPackage } from '../domain/catalogue/read-package.ts'
import type { SearchDocument } from '../domain/search/document.ts'
import { simplify } from '../domain/search/simplify.ts'
import type { Content } from './ports.ts'

/**
 * What can be found in the shipped content. A file that cannot be read is not found; that it cannot
 * be read is said where it would be opened.
 */
export async function contentDocuments(content: Content): Promise<SearchDocument[]> {
  const courses = (await content.list('courses')).toSorted()
  const datasets = (await content.list('datasets')).toSorted()
  const notebooks = (await content.list('notebooks')).toSorted()
  const found = await Promise.all([
    ...courses.map((id) => courseDocuments(content, id)),
    ...datasets.map((id) => datasetDocuments(content, id)),
    ...notebooks.map((file) => notebookFileDocuments(content, file)),
  ])
  return found.flat()
}

async function courseDocuments(content: Content, id: string): Promise<SearchDocument[]> {
  const folder = `courses/${id}`
  const text = await content.text(`${folder}/course.yaml`)
  const reading = text === undefined ? undefined : readCourse(`${folder}/course.yaml`, text)
  if (!reading?.ok) return []
  const { title, summary } = reading.value
  const lessons = (await content.list(folder)).filter(isLessonFolder).toSorted()
  const found = await Promise.all(lessons.map((lesson) => lessonDocuments(content, id, lesson)))
  const names = [id, title.en, summary.en].join('\n')
  return [{ type: 'course', id, title: title.zh, names, text: summary.zh }, ...found.flat()]
}

async function lessonDocuments(
  content: Content,
  course: string,
  lesson: string,
): Promise<SearchDocument[]> {
  const file = `courses/${course}/${lesson}/lesson.md`
  const source = await content.text(file)
  const reading = source === undefined ? undefined : readLesson(file, source)
  if (!reading?.ok) return []
  const { title, blocks } = reading.value
  const text = blocks.map(textOf).join('\n')
  const names = [lesson, title.en].join('\n')
  const card = { type: 'lesson', id: `${course}/${lesson}`, title: title.zh } as const
  return [
    { ...card, names, text },
    ...blocks.flatMap(partsOf).map((part) => ({ ...card, ...part })),
  ]
}

/**
 * The places of a lesson that a hit can lead to: its sections and its tasks. They are found by what
 * they say alone; the lesson's own names count once, for the whole.
 */
function partsOf(block: LessonBlock): Pick<SearchDocument, 'names' | 'text' | 'part'>[] {
  if (block.kind === 'exercise') {
    return [{ names: '', text: textOf(block), part: `task-${block.exercise.id}` }]
  }
  if (block.kind !== 'prose') return []
  return block.text.split(/^(?=#{2,4} )/m).flatMap((section) => {
    const part = /^#{2,4} +(.+?)[ \t]*(?:\n|$)/.exec(section)?.[1]
    return part === undefined ? [] : [{ names: part, text: section, part }]
  })
}

/** What the learner reads; not the answers, and not the teacher's notes. */
function textOf(block: LessonBlock): string {
  switch (block.kind) {
    case 'prose':
    case 'card':
      return block.text
    case 'exercise':
      return block.exercise.ask
    default:
      return ''
  }
}

async function datasetDocuments(content: Content, id: string): Promise<SearchDocument[]> {
  const source = await content.text(`datasets/${id}/datapackage.json`)
  const reading = source === undefined ? undefined : readPackage(id, source)
  if (!reading?.ok) return []
  const { titles, description, keywords, resources, governance } = reading.package
  const fields = resources.flatMap(({ schema }) => schema.fields)
  const names = [id, titles.en, ...keywords].join('\n')
  const columns = fields.map((field) => `${field.title} ${field.name}`)
  const text = [description, governance.catalogue.provider, ...columns].join('\n')
  return [{ type: 'dataset', id, title: titles.zh, names, text }]
}

async function notebookFileDocuments(content: Content, file: string): Promise<SearchDocument[]> {
  const id = /^(.+)\.md$/.exec(file)?.[1]
  const text = id === undefined ? undefined : await content.text(`notebooks/${file}`)
  return id === undefined || text === undefined ? [] : [notebookDocument(id, text)]
}

/** A notebook's title, question and prose, even where some of its cells are wrong. */
export function notebookDocument(id: string, source: string): SearchDocument {
  const { head, blocks } = parseNotebook(source)
  const prose = blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : []))
  const title = head.title === '' ? id : head.title
  return { type: 'notebook', id, title, names: id, text: [head.question, ...prose].join('\n') }
}

/** With all its words in simplified characters as well; the title is shown as its author wrote it. */
export function simplified(document: SearchDocument): SearchDocument {
  const title = simplify(document.title)
  const names = title === document.title ? document.names : `${document.names}\n${title}`
  return { ...document, names: simplify(names), text: simplify(document.text) }
}
