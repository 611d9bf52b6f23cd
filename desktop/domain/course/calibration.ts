/** How sure a learner says he is before an answer is checked. */
export const confidences = ['sure', 'unsure', 'guess'] as const
export type Confidence = (typeof confidences)[number]

/** How far what he said of himself and what came out agree. */
export function calibration(confidence: Confidence, correct: boolean): string {
  switch (confidence) {
    case 'sure':
      return correct
        ? '你说有把握，也做对了：判断和结果一致。'
        : '你说有把握，这次却不对。以为会、其实不会的地方最该停下来看：把上面的理由读一遍。'
    case 'unsure':
      return correct
        ? '你说不太确定，却做对了：你会的比自己以为的多。读一遍理由，下次就能有把握。'
        : '你说不太确定，感觉是准的：知道自己哪里没把握，就知道该补哪里。'
    case 'guess':
      return correct
        ? '你说是猜的，这次猜对了。猜对不等于会：读一遍理由，再看下次还用不用猜。'
        : '你说是猜的，没有猜中，不要紧：读一遍理由，下次就不用猜。'
  }
}
