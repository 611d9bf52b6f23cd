import { ZhizhiError } from '../../desktop/contract/errors.ts'

/** The error that a piece of work ends with. */
export async function failure(work: Promise<unknown>): Promise<ZhizhiError> {
  try {
    await work
  } catch (error) {
    if (error instanceof ZhizhiError) return error
    throw error
  }
  throw new Error('it did not fail')
}
