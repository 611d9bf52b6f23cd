import { messages } from '../../../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    check: '检查',
    passed: '已做对',
    again: '重做',
    chooseSeveral: '选一选（可以选几个）',
    headings: {
      choice: '选一选',
      mark: '标一标',
      repair: '找错改错',
      'read-chart': '看图找问题',
    },
    lacks: {
      choice: '先选一个再检查。',
      mark: '还没有标。标好再检查。',
      repair: '还没有动过表。找到错再检查。',
      'read-chart': '先点一处，或者选“没有误导人的地方”。',
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
      mark: 'Mark the text',
      repair: 'Find and repair',
      'read-chart': 'Read the figure',
    },
    lacks: {
      choice: 'Choose an option first.',
      mark: 'Nothing is marked yet. Mark first, then check.',
      repair: 'Nothing is changed yet. Find errors, then check.',
      'read-chart': 'Point at a place first, or choose “Nothing misleads”.',
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
