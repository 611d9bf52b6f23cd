import { messages } from '../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    title: '搜索',
    placeholder: '搜课程、数据、笔记……',
    hint: '↑ ↓ 选择，回车打开，Esc 关闭',
    go: '去哪里',
    nothing: (text: string) => `没有找到「${text}」`,
    nothingNext: '换一个短一点的词试试，例如「投诉」「老人」。',
    searching: '正在搜索……',
    found: (count: number) => `找到 ${count} 条`,
    types: { course: '课程', lesson: '课', dataset: '数据', notebook: '笔记', indicator: '指标' },
  },
  en: {
    title: 'Search',
    placeholder: 'Search courses, data, notebooks…',
    hint: '↑ ↓ choose, Enter opens, Esc closes',
    go: 'Go to',
    nothing: (text) => `Nothing found for “${text}”`,
    nothingNext: 'Try a shorter word, such as 投诉 or 老人.',
    searching: 'Searching…',
    found: (count) => `${count} found`,
    types: {
      course: 'Courses',
      lesson: 'Lessons',
      dataset: 'Data',
      notebook: 'Notebooks',
      indicator: 'Indicators',
    },
  },
})
