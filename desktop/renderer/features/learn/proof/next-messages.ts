import { messages } from '../../../app/i18n.svelte.ts'

export const n = messages({
  zh: {
    next: '下一步',
    nextIn: (programme: string) => `${programme} · 下一步`,
    test: {
      placement: '先看看哪些课可以不学。够判断了就不再问；不想做，直接做学前测也行。',
      before: '上课前先量一量。答不出很正常，不计成绩；中途可以停，回来接着做。',
      after: '再量一次，看学到了什么。和学前测考同样的内容，换一份卷子，只做一次。',
      final: '每个人抽到的题都不一样。中途可以停，回来接着做；没过可以再考。',
    },
    begin: {
      placement: '开始分班测',
      before: '开始学前测',
      after: '开始学后测',
      final: '开始结业测评',
    },
    goOn: {
      placement: '接着做分班测',
      before: '接着做学前测',
      after: '接着做学后测',
      final: '接着做结业测评',
    },
    again: '再考一次',
    againText: '该复习的都看过了，可以再考。题目和数字会换。',
    course: (course: string, done: number, total: number) =>
      `${course}：学完 ${done} 课，共 ${total} 课。`,
    lesson: '去学这一课',
    review: (course: string) => `复习“${course}”`,
    reviewText: (left: number) =>
      left === 1
        ? '结业测评没过的课还有这 1 门。打开一课学一学，就能再考。'
        : `结业测评没过的课还有 ${left} 门。每门打开一课学一学，就能再考。`,
    toReview: '去复习',
    learnCapstone: (lesson: string) => `结业项目：${lesson}`,
    learnCapstoneText: (done: number, total: number) =>
      `五分钟看完的一页，一课写一块。学完 ${done} 课，共 ${total} 课。`,
    already: '写好了，直接去交',
    handIn: '交结业简报',
    handInText: '把写好的一页交上来；自己先评，同学和带班老师再评。',
    toHandIn: '去交',
    rateOwn: '给自己的简报打分',
    rateOwnText: '简报交上来了。先自己评，才看得到别人的分。',
    toRateOwn: '去打分',
    judge: (name: string) => `评${name}的简报`,
    judgeText: '老师分给你评的。找得到话，再给分。',
    toJudge: '去评',
    mend: '改好简报，再交一次',
    mendText: '老师评过了，还没有过。看看差在哪几条，改好，撤回旧的再交。',
    toMend: '看差在哪里',
    wait: '等带班老师评',
    waitText: '你要做的都做完了。老师评过，这里会变。还没进班的，请老师把你加进班级。',
    toWait: '看我的简报',
    certificate: '领结业证书',
    certificateText: '测评过了，项目也合格了。',
    toCertificate: '去领证书',
    finished: '都走完了',
    finishedText: '证书已经发给你。丢了可以再发一张。',
    toFinished: '看证书',
    toOpen: (at: number) => `接着答第 ${at} 题`,
  },
  en: {
    next: 'Next',
    nextIn: (programme) => `${programme} · next`,
    test: {
      placement:
        'See which courses may be skipped. Optional: you may go straight to the test before.',
      before:
        'A measure before the courses. Not knowing is normal and nothing is marked; you may stop and come back.',
      after: 'Measured again: what was learnt. The same content on another paper, taken once.',
      final:
        'Everybody gets other questions. You may stop and come back; if it is not passed, take it again.',
    },
    begin: {
      placement: 'Begin the placement test',
      before: 'Begin the test before',
      after: 'Begin the test after',
      final: 'Begin the final assessment',
    },
    goOn: {
      placement: 'Go on with the placement test',
      before: 'Go on with the test before',
      after: 'Go on with the test after',
      final: 'Go on with the final assessment',
    },
    again: 'Take it again',
    againText: 'You have gone over what was missed. Questions and numbers will be others.',
    course: (course, done, total) => `${course}: ${done} of ${total} lessons done.`,
    lesson: 'To this lesson',
    review: (course) => `Go over “${course}”`,
    reviewText: (left) =>
      `${left} of the courses missed in the final are left. Open a lesson of each, then take it again.`,
    toReview: 'Go over it',
    learnCapstone: (lesson) => `Capstone: ${lesson}`,
    learnCapstoneText: (done, total) =>
      `A page read in five minutes, a part of it in each lesson. ${done} of ${total} done.`,
    already: 'It is written: hand it in',
    handIn: 'Hand the capstone brief in',
    handInText: 'Hand the page in; judge it yourself first, then peers and the facilitator do.',
    toHandIn: 'Hand it in',
    rateOwn: 'Judge your own brief',
    rateOwnText: 'The brief is in. You see the others’ levels once you have given yours.',
    toRateOwn: 'Judge it',
    judge: (name) => `Judge ${name}’s brief`,
    judgeText: 'The facilitator allotted it to you. Find the sentence, then judge.',
    toJudge: 'Judge it',
    mend: 'Mend the brief and hand it in anew',
    mendText:
      'The facilitator judged it: not yet. See what is missing, mend it, withdraw the old one and hand it in.',
    toMend: 'See what is missing',
    wait: 'Waiting for the facilitator',
    waitText:
      'You have done your part. This changes once the facilitator has judged. If you are in no class, ask to be put into one.',
    toWait: 'See my brief',
    certificate: 'Get the certificate',
    certificateText: 'The final is passed and the capstone accepted.',
    toCertificate: 'To the certificate',
    finished: 'All done',
    finishedText: 'The certificate was given to you; another can be printed if it is lost.',
    toFinished: 'See the certificate',
    toOpen: (at) => `Go on with question ${at}`,
  },
})
