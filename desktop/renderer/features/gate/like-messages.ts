import { messages } from '../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    offer: '这份文件的列，和以前导入过的一样',
    offerText: '可以照上次的做法来：改过的步骤、每一列怎么办，都照上次的；不合的会告诉您。',
    follow: (title: string) => `按“${title}”上次的做法`,
    followed: (title: string) => `已经照“${title}”上次的做法`,
    beside: '导入后是另一份数据，和上次那份并排放着；上次那份不动。',
    anew: '不照上次的',
  },
  en: {
    offer: 'This file has the same columns as one you imported before',
    offerText:
      'You can do as you did then: the same steps and the same decision on each column. What does not fit is said.',
    follow: (title) => `As for “${title}”`,
    followed: (title) => `Done as for “${title}”`,
    beside: 'It becomes a dataset of its own beside the earlier one, which stays as it is.',
    anew: 'Start afresh',
  },
})
