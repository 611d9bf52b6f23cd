import * as z from 'zod'

/** Why a value does not conform. The first eight say what to do; the rest what is wrong. */
export const faults = [
  /** Right once spaces, dashes and full-width or small letters are put right. */
  'untidy',
  /** Leading zeros are gone, as a spreadsheet drops them. */
  'zeros',
  /** `1.10101E+17`: a spreadsheet made a number of it, and its last digits are lost. */
  'scientific',
  /** A resident ID of 15 digits, as given before 1999. */
  'old-form',
  /** A word of the code list where its code is wanted. */
  'label',
  'unlisted',
  'length',
  'characters',
  'division',
  'date',
  'check-sign',
  'pattern',
  'early',
  'late',
  'small',
  'large',
  'not-a-date',
  'not-a-number',
  'not-whole',
  'not-yes-or-no',
] as const
export const faultSchema = z.enum(faults)
export type Fault = z.infer<typeof faultSchema>
