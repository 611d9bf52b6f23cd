import { temporary, values } from '../sql.ts'
import { matters } from './matters.ts'
import { city } from './narratives/city.ts'
import { living } from './narratives/living.ts'
import { services } from './narratives/services.ts'

/** `!` what is wrong (求助 投诉 举报), `?` a question (咨询), `+` a proposal (建议). */
export type StoryKind = '!' | '?' | '+'

/** What a caller says of a matter, with slots such as `{days}` in it. */
export interface Story {
  readonly subcategory: string
  readonly kind: StoryKind
  readonly text: string
}

/** Reads `# subcategory`, then lines that begin with their kind. */
function read(text: string): Story[] {
  let subcategory = ''
  const stories: Story[] = []
  for (const line of text.trim().split('\n')) {
    const [mark, words] = [line.slice(0, 1), line.slice(2)]
    if (mark === '#') subcategory = words
    else if (mark === '!' || mark === '?' || mark === '+')
      stories.push({ subcategory, kind: mark, text: words })
    else throw new Error(`a story begins with ! ? or +, not so: ${line}`)
  }
  return stories
}

/** All stories. A matter's keep their order: which one a call tells depends on its place. */
export const stories: readonly Story[] = [living, city, services].flatMap(read)

/** `stories(matter, kind, told)`: the texts of each matter and kind as a list. */
export function storyTable(): string {
  const rows = stories.map(({ subcategory, kind, text }, place) => ({
    matter: matters.findIndex((matter) => matter['subcategory'] === subcategory),
    kind,
    place,
    text,
  }))
  return temporary(
    'stories',
    `SELECT matter, kind, list(text ORDER BY place) AS told
FROM ${values('s', ['matter', 'kind', 'place', 'text'], rows)} GROUP BY ALL`,
  )
}
