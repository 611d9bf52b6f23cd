import { errorText } from '../../contract/error-text.ts'
import { ZhizhiError } from '../../contract/errors.ts'

/** One line on an error of ours, for a list of problems; any other error is passed on. */
export function oneLine(error: unknown): string {
  if (!(error instanceof ZhizhiError)) throw error
  return errorText(error, 'zh').what.replaceAll('\n', ' ')
}
