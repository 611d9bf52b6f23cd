/** Numbers that a learner may need at home; each is a public hotline. */
const hotlines = [
  { number: '12345', what: '政务服务热线，有事问一问', always: true, when: /12345/ },
  { number: '96110', what: '反诈专线，拿不准就问', always: false, when: /96110|诈骗|骗子|上当/ },
  { number: '110', what: '报警', always: false, when: /96110|诈骗|骗子|上当|(?<!\d)110(?!\d)/ },
  { number: '120', what: '急救', always: false, when: /(?<!\d)120(?!\d)/ },
] as const

export interface HelpNumber {
  readonly number: string
  readonly what: string
}

/** The numbers that belong on the practice sheet of a lesson with these texts. */
export function helpNumbers(texts: readonly string[]): HelpNumber[] {
  const all = texts.join('\n')
  return hotlines
    .filter(({ always, when }) => always || when.test(all))
    .map(({ number, what }) => ({ number, what }))
}
