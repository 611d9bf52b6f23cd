import { ZhizhiError } from '../contract/errors.ts'
import type { studyProcedures } from '../contract/study.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import { noStudy, studyProjection } from '../domain/course/study.ts'
import { glossaryFile, readGlossary } from '../domain/course/term.ts'
import type { Content, Journal } from './ports.ts'

interface Parts {
  readonly content: Content
  readonly journal: Journal
}

/**
 * Notes, bookmarks and the glossary. A note's text is the learner's own and stands in the journal:
 * taking it away hides it, and its event stays in the audit trail.
 */
export function createStudy({
  content,
  journal,
}: Parts): Handlers<typeof studyProcedures, undefined> {
  const read = (learner: string) => {
    const { notes, bookmarks } = journal.state(studyProjection)[learner] ?? noStudy
    return { notes: [...notes], bookmarks: [...bookmarks] }
  }
  return {
    async 'glossary.list'() {
      const text = await content.text(glossaryFile)
      const reading = readGlossary(text ?? '{}')
      if (reading.ok) return reading.value
      const [first] = reading.problems
      const { file = glossaryFile, line = 1, problem = '' } = first ?? {}
      throw new ZhizhiError('course_invalid', { file, line, problem })
    },
    'study.read': ({ learner }) => read(learner),
    async 'study.note'({ learner, ...note }) {
      await journal.append({ type: 'study.noted', by: learner, data: note })
      return read(learner)
    },
    async 'study.bookmark'({ learner, ...bookmark }) {
      await journal.append({ type: 'study.bookmarked', by: learner, data: bookmark })
      return read(learner)
    },
  }
}
