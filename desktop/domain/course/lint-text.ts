import type { Course } from './course.ts'
import type { Titles } from './titles.ts'
import type { Lesson, LessonBlock } from './lesson.ts'
import { linksOf, outsideFences, type TextLink } from './links.ts'
import type { Problem } from './problem.ts'

/** What a lesson's text may lead to. */
export interface LinkTargets {
  readonly terms: ReadonlySet<string>
  /** `course/lesson`. */
  readonly lessons: ReadonlySet<string>
  /** `course/scenario`. */
  readonly scenarios: ReadonlySet<string>
  readonly datasets: ReadonlySet<string>
  readonly notebooks: ReadonlySet<string>
}

export interface Lint {
  readonly errors: readonly Problem[]
  /** Worth an author's look. */
  readonly remarks: readonly Problem[]
}

/** Characters that a careful reader takes in a minute, and minutes for each task: assumptions. */
const charactersPerMinute = 300
const taskMinutes = { 'sql-demo': 0.5, scenario: 4, drill: 5, sql: 4, other: 1.5 } as const
/** The minutes that an author states may be so many times more or less than the estimate. */
const spare = 1.7

/** Elderly readers and a volunteer who reads aloud need a breath after so many characters. */
const longestSentence = 45

/** Looks through what a lesson says: links, titles, length, and for track B its sentences. */
export function lintLesson(
  source: string,
  lesson: Lesson,
  track: Course['track'] | undefined,
  known: LinkTargets,
): Lint {
  const { file } = lesson
  const told = ({ line, problem }: Omit<Problem, 'file'>): Problem => ({ file, line, problem })
  const links = linksOf(source).flatMap((link) => {
    const problem = linkProblem(link, known)
    return problem === undefined ? [] : [{ line: link.line, problem }]
  })
  const missing = lesson.datasets.filter((id) => !known.datasets.has(id))
  const errors = [
    ...titleProblems(lesson.title).map((problem) => ({ line: 2, problem })),
    ...missing.map((id) => ({ line: 2, problem: `datasets 里的“${id}”不在数据目录里` })),
    ...links,
  ]
  const remarks = [...lengthRemarks(lesson), ...(track === 'B' ? longSentences(source) : [])]
  return { errors: errors.map(told), remarks: remarks.map(told) }
}

/** Why a title would read wrongly in the other language. */
export function titleProblems({ zh, en }: Titles): string[] {
  if (/\p{Script=Han}/u.test(en)) return [`title.en 还没译成英文：“${en}”`]
  return /\p{Script=Han}/u.test(zh) ? [] : [`title.zh 里没有汉字：“${zh}”`]
}

function linkProblem({ target, picture }: TextLink, known: LinkTargets): string | undefined {
  if (picture) return `图片“${target}”不会显示：课文里没有图片，请改用图表练习或文字`
  if (target.startsWith('glossary:')) {
    const id = target.slice('glossary:'.length)
    return known.terms.has(id) ? undefined : `术语表里没有“${id}”`
  }
  if (!target.startsWith('#/')) return `网址“${target}”点不开：只能链到软件里的页面或术语`
  const [place = '', first = '', second = ''] = target.slice(2).split(/[/?]/)
  const pages: Readonly<Record<string, readonly [ReadonlySet<string>, string]>> = {
    learn: [known.lessons, `${first}/${second}`],
    phone: [known.scenarios, `${first}/${second}`],
    research: [known.datasets, first],
    notebooks: [known.notebooks, first],
  }
  const page = pages[place]
  if (first === '' || !page) return undefined
  const [set, id] = page
  return set.has(id) ? undefined : `链接“${target}”指向的内容不存在`
}

/** Minutes that a lesson takes, from what is read and what is done. */
export function estimatedMinutes(blocks: readonly LessonBlock[]): number {
  const each = blocks.map((block) => {
    switch (block.kind) {
      case 'prose':
      case 'card':
        return block.text.replaceAll(/\s/g, '').length / charactersPerMinute
      case 'sql-demo':
      case 'scenario':
      case 'drill':
        return taskMinutes[block.kind]
      case 'exercise':
        return block.exercise.kind === 'sql' ? taskMinutes.sql : taskMinutes.other
      default:
        return 0 // for the teacher's papers
    }
  })
  return each.reduce((sum, minutes) => sum + minutes, 0)
}

function lengthRemarks({ minutes, blocks }: Lesson) {
  const estimate = Math.max(1, Math.round(estimatedMinutes(blocks)))
  if (minutes <= estimate * spare && minutes >= estimate / spare) return []
  return [{ line: 2, problem: `写的是 ${minutes} 分钟，按字数和练习估计约 ${estimate} 分钟` }]
}

function longSentences(source: string) {
  return outsideFences(source).flatMap((text, index) => {
    const plain = text.replaceAll(/\]\([^)]*\)|[*`#>[]/g, '')
    return plain
      .split(/[。！？；：]/)
      .filter((sentence) => (sentence.match(/\p{Script=Han}/gu) ?? []).length > longestSentence)
      .map((sentence) => ({
        line: index + 1,
        problem: `一句超过 ${longestSentence} 个字，拆成两句：“${sentence.trim().slice(0, 12)}……”`,
      }))
  })
}
