import type { SpeechRate } from '../../contract/app.ts'

/** Of a system's voice: older listeners follow better a little slower than its makers thought. */
export const rates: Readonly<Record<SpeechRate, number>> = { slow: 0.65, normal: 0.85, fast: 1.1 }

/** Of a recording: it was spoken at its speaker's own pace. */
export const clipRates: Readonly<Record<SpeechRate, number>> = { slow: 0.8, normal: 1, fast: 1.2 }
