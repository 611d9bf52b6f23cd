import { messages } from '../../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    title: (name: string) => `“${name}”的设置`,
    write: '改原文（YAML）',
    table: '表',
    column: '列',
    notThere: '没有了',
    none: '不设',
  },
  en: {
    title: (name) => `Settings of “${name}”`,
    write: 'Edit as text (YAML)',
    table: 'Table',
    column: 'Column',
    notThere: 'no longer there',
    none: 'None',
  },
})
