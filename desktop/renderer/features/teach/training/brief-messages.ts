import { messages } from '../../../app/i18n.svelte.ts'

/** A training told in one paragraph, to be passed on. */
export const t = messages({
  zh: {
    heading: '汇报用的一段话',
    lead: '没有姓名，不到 5 人的结果不写出来。复制到微信、公文里，再照自己的话改。',
    copy: '复制',
    copied: '复制好了',
    notCopied: '这个浏览器不让网页复制。请用鼠标选中上面的字，自己复制。',
    who: (training: string, room: string, begun: string, today: string, people: number) =>
      `${room}${people} 人参加“${training}”，${begun}开始，以下是${today}的情况。`,
    closed: (training: string, room: string, begun: string, end: string, people: number) =>
      `${room}${people} 人参加“${training}”，${begun}开始，${end}结束。`,
    steps: (before: number, courses: number, after: number) =>
      `做完学前测 ${before} 人，学完全部课程 ${courses} 人，做完学后测 ${after} 人。`,
    finals: {
      none: '还没有人交过结业测评。',
      few: (least: number) => `交过结业测评的不到 ${least} 人，不报结果。`,
      small: (taken: number, least: number) =>
        `交过结业测评 ${taken} 人；过了的和没过的，有一边不到 ${least} 人，不分开报。`,
      passed: (taken: number, passed: string, failed: string) =>
        `交过结业测评 ${taken} 人：过了 ${passed}，还没过 ${failed}。`,
      tries: (taken: number, first: string, later: string, notYet: string) =>
        `交过结业测评 ${taken} 人：第一次就过 ${first}，再考以后过 ${later}，还没过 ${notYet}。`,
    },
    share: (count: number, share: string, low: string, high: string) =>
      `${count} 人（${share}，95% 区间 ${low} 到 ${high}）`,
    heads: (count: number) => `${count} 人`,
    few: (compared: number) =>
      `学前、学后两份测都做了的人还太少，说不出学到了多少。`.concat(
        compared === 0 ? '' : '人齐了再报。',
      ),
    learned: (compared: number, all: number, sure: number) =>
      sure === 0
        ? `两份测都做了的 ${compared} 人里，${all} 个目标都还看不出进步。`
        : `两份测都做了的 ${compared} 人里，${all} 个目标中有 ${sure} 个看得出进步（95% 区间在 0 以上）。`,
    best: (list: string) => `进步最大的是${list}。`,
    weak: (list: string) => `学后答对的人最少的是${list}，值得再讲。`,
    gained: (objective: string, points: number) => `“${objective}”（多了 ${points} 个百分点）`,
    right: (objective: string, share: string) => `“${objective}”（${share}）`,
    caution: '没有另找没培训的班来比，进步不能全算作培训的功劳。',
    and: '、',
    space: '',
    next: '下次先补这几个目标',
    nextText: '学后测里，答对的人占得最少的几个。',
    nextShare: (share: string, people: number) => `${people} 人里 ${share} 答对`,
    toCourse: '打开课程',
    toCourseOf: (course: string) => `打开课程：${course}`,
  },
  en: {
    heading: 'A paragraph to pass on',
    lead: 'No names, and no result of fewer than 5. Copy it into a message, then put it in your own words.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'This browser lets no page copy. Mark the text above and copy it yourself.',
    who: (training: string, room: string, begun: string, today: string, people: number) =>
      `${people} of “${room}” take part in “${training}”, which began on ${begun}; this is how it stood on ${today}.`,
    closed: (training: string, room: string, begun: string, end: string, people: number) =>
      `${people} of “${room}” took part in “${training}”, from ${begun} to ${end}.`,
    steps: (before: number, courses: number, after: number) =>
      `Done so far: the test before by ${before}, all courses by ${courses}, the test after by ${after}.`,
    finals: {
      none: 'Nobody has handed a final in yet.',
      few: (least: number) => `Fewer than ${least} handed a final in, so no result is given.`,
      small: (taken: number, least: number) =>
        `${taken} handed a final in; those who passed or those who did not are fewer than ${least}, so they are not told apart.`,
      passed: (taken: number, passed: string, failed: string) =>
        `${taken} handed a final in: ${passed} passed, ${failed} not yet.`,
      tries: (taken: number, first: string, later: string, notYet: string) =>
        `${taken} handed a final in: ${first} passed at the first try, ${later} after further tries, ${notYet} not yet.`,
    },
    share: (count: number, share: string, low: string, high: string) =>
      `${count} (${share}, 95% interval ${low} to ${high})`,
    heads: (count: number) => String(count),
    few: (compared: number) =>
      `Too few took both tests to say what was learned.`.concat(
        compared === 0 ? '' : ' It can be told once more have.',
      ),
    learned: (compared: number, all: number, sure: number) =>
      sure === 0
        ? `Of ${all} objectives none shows a clear gain among the ${compared} who took both tests.`
        : `Of ${all} objectives ${sure} ${sure === 1 ? 'shows' : 'show'} a gain among the ${compared} who took both tests (95% interval above 0).`,
    best: (list: string) => `The largest: ${list}.`,
    weak: (list: string) =>
      `The fewest were right afterwards on ${list}; these are worth teaching again.`,
    gained: (objective: string, points: number) =>
      `“${objective}” (${points} ${points === 1 ? 'point' : 'points'} more)`,
    right: (objective: string, share: string) => `“${objective}” (${share})`,
    caution: 'No class without the training was compared, so not all of the gain is its doing.',
    and: ', ',
    space: ' ',
    next: 'Teach these again first',
    nextText: 'The objectives that the smallest shares got right in the test after.',
    nextShare: (share: string, people: number) => `${share} of ${people} right`,
    toCourse: 'Open the course',
    toCourseOf: (course: string) => `Open the course: ${course}`,
  },
})
