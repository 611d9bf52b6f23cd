import { messages } from '../../../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    label: '这张图可能误导的地方',
    accept: '就这样画……',
    reason: '为什么这样画',
    reasonHint: '理由会写进笔记，读报告的人也看得到。',
    keep: '记下理由',
    cancel: '放弃',
    accepted: (reason: string) => `已知会这样，作者的理由：${reason}`,
    again: '重新提醒',
  },
  en: {
    label: 'How this chart may mislead',
    accept: 'Keep it as it is…',
    reason: 'Why it is drawn this way',
    reasonHint: 'The reason is kept in the notebook and shown in the report.',
    keep: 'Note the reason',
    cancel: 'Cancel',
    accepted: (reason) => `Known; the author’s reason: ${reason}`,
    again: 'Warn again',
  },
})
