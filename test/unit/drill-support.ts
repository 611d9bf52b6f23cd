import type { DrillMessage } from '../../desktop/domain/simulation/drill.ts'
import type { DrillItem } from '../../desktop/domain/simulation/drill-round.ts'

type Fraud = Extract<DrillMessage, { genuine: false }>

/** A fraud with two tells, as its file has it. */
export const fraud = (more: Partial<Fraud> = {}): Fraud => ({
  ...{ id: 'refund', channel: 'sms', from: '0999-555-0188', genuine: false },
  text: '您的快递丢了，按三倍赔您。请加我好友办理。',
  tells: [
    { words: '按三倍赔您', because: '真的理赔不会先许高价。' },
    { words: '加我好友', because: '真的退款走原来的路。' },
  ],
  check: '打快递单上的客服电话问一问。',
  ...more,
})

export const genuine = {
  ...{ id: 'pickup', channel: 'sms', from: '槐荫社区驿站', genuine: true },
  text: '您有快递到了驿站，取件码 6-2-3018。',
  proof: '没有链接，不要钱。',
  check: '到驿站报手机号后四位。',
} as const satisfies DrillMessage

export const drill = (messages: readonly unknown[]) => ({
  ...{ id: 'parcel', title: { zh: '快递', en: 'Parcels' }, objective: 'verify', messages },
})

/** So many schemes with so many frauds and genuine messages each. */
export const library = (schemes: number, each: number): DrillItem[] =>
  Array.from({ length: schemes }, (_, scheme) =>
    Array.from({ length: 2 * each }, (_, at) => {
      return { scheme: `s${scheme}`, id: `m${at}`, genuine: at % 2 === 1 }
    }),
  ).flat()
