import { messages } from '../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    close: '关闭',
    cancel: '取消',
    retry: '再试一次',
    understood: '知道了',
    loading: '正在读取……',
    working: '正在处理……',
    synthetic: '合成数据',
    real: '真实数据',
    listed: '只有目录，没有数据',
    imported: '自己导入的',
    sharing: { unconditional: '无条件共享', conditional: '有条件共享', none: '不予共享' },
    minimumCell: (smallest: number) => `最小单元 ${smallest}`,
    minimumCellHint: (smallest: number) =>
      `提供方要求：公开的结果里，人数少于 ${smallest} 的格子要遮住。`,
    choose: '请选择',
  },
  en: {
    close: 'Close',
    cancel: 'Cancel',
    retry: 'Try again',
    understood: 'Got it',
    loading: 'Loading…',
    working: 'Working…',
    synthetic: 'Synthetic data',
    real: 'Real data',
    listed: 'Listed only, no data',
    imported: 'Imported by yourself',
    sharing: {
      unconditional: 'Shared freely',
      conditional: 'Shared on conditions',
      none: 'Not shared',
    },
    minimumCell: (smallest) => `Minimum cell ${smallest}`,
    minimumCellHint: (smallest) =>
      `The provider asks that published results suppress cells of fewer than ${smallest} people.`,
    choose: 'Choose',
  },
})
