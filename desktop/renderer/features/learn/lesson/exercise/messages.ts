import { messages } from '../../../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    check: '检查',
    passed: '已做对',
    again: '重做',
    chooseSeveral: '选一选（可以选几个）',
    headings: {
      choice: '选一选',
    },
    lacks: {
      choice: '先选一个再检查。',
    },
    fades: {
      shown: '这一题已经做好，当作例子：先看它为什么这样做，再按“检查”听理由。',
      part: '这一题做好了一半，把剩下的做完。',
    },
    howSure: '先说说你有多大把握',
    confidence: { sure: '有把握', unsure: '不太确定', guess: '猜的' },
    saidFirst: '先说说有多大把握，再检查。',
  },
  en: {
    check: 'Check',
    passed: 'Passed',
    again: 'Start again',
    chooseSeveral: 'Choose (several may be right)',
    headings: {
      choice: 'Choose',
    },
    lacks: {
      choice: 'Choose an option first.',
    },
    fades: {
      shown: 'This one is worked out as an example: see why, then check it to read the reasons.',
      part: 'This one is half done. Finish it.',
    },
    howSure: 'First say how sure you are',
    confidence: { sure: 'Sure', unsure: 'Not quite sure', guess: 'A guess' },
    saidFirst: 'Say how sure you are, then check.',
  },
})
