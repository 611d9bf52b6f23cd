import type { PhonePractice, ToPhone } from '../../../contract/lan-wire.ts'

export type Told<Kind extends ToPhone['kind']> = Extract<ToPhone, { kind: Kind }>

/** Who this phone's learner is in the class, and what was said already. */
export type Me = Told<'welcome'> & { readonly suggested: boolean }

export type Refusal = Told<'refused'>
export type Over = Told<'over'>['why']
export type Named = Pick<PhonePractice, 'course' | 'scenario'>
