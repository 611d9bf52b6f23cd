import type { CertificatePaper } from './certificates.ts'

type Language = 'zh' | 'en'
type Subject = Pick<CertificatePaper, 'of' | 'courseTitle' | 'counts'>

/** What the certificate says was done, in a sentence. */
export function attainedText({ of, courseTitle, counts }: Subject, language: Language): string {
  const { reached, total } = counts
  const all = reached === total
  if (language === 'en') {
    const what = courseTitle.en
    const share = `${reached} of ${total}`
    if (of === 'training') {
      return all
        ? `has completed the training “${what}” and passed its final assessment: all ${total} parts.`
        : `has reached ${share} parts of the training “${what}”.`
    }
    if (of === 'unknown') return `has reached ${share} goals of “${what}”.`
    return `has completed the course “${what}”: ${share} objectives reached.`
  }
  const what = courseTitle.zh
  if (of === 'training') {
    return all
      ? `完成培训《${what}》，通过结业测评，全部 ${total} 项都达到要求。`
      : `参加培训《${what}》，达到 ${total} 项要求中的 ${reached} 项。`
  }
  if (of === 'unknown') return `“${what}”：达到 ${total} 项要求中的 ${reached} 项。`
  return all
    ? `学完课程《${what}》，达到它的全部 ${total} 项学习目标。`
    : `学完课程《${what}》，达到它的 ${total} 项学习目标中的 ${reached} 项。`
}

/** What it does not prove: whoever relies on it should know how it was earned. */
export function limitText({ of }: Pick<CertificatePaper, 'of'>, language: Language): string {
  if (of === 'training') {
    return language === 'zh'
      ? '测评开卷，没有监考，题目每人不同：证书说明这些题做对了，不能证明当时答题的是谁。'
      : 'The assessment was open-book, not invigilated, and drawn anew for each person: this says that its tasks were solved, not who sat there.'
  }
  if (of === 'unknown') {
    return language === 'zh'
      ? '这台电脑上没有这门课或这个培训，只能核对签名，说不出它学的是什么。'
      : 'This computer has no such course or training: the signature can be checked, what was learnt cannot be named.'
  }
  return language === 'zh'
    ? '按课里的练习记录签发：可以看提示、反复做，没有监考。'
    : 'Issued on the record of the lessons’ exercises: hints and repeated tries were allowed, nobody invigilated.'
}
