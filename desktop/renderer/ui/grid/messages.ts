import { messages } from '../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    noRows: '没有符合条件的行。',
    missing: '空值',
    sortHint: '按这一列排序：升序、降序、原来的顺序',
    keys: '用方向键在格子间移动；在表头按回车排序。',
  },
  en: {
    noRows: 'No rows.',
    missing: 'missing value',
    sortHint: 'Sort by this column: ascending, descending, as it was',
    keys: 'Move between cells with the arrow keys; press Enter on a heading to sort.',
  },
})
