import { chinaDay } from '../../sharing/day.ts'

/** The lines of the template's first input that say which trainings there are. */
const choice = /^options: .*\nvalue: .*$/m

/**
 * The report on one training, of the template that all are made of: which trainings there are to
 * choose from, and which is shown first.
 *
 * @param begun when each training began, in their order
 */
export function reportNotebook(template: string, number: number, begun: readonly string[]): string {
  const options = begun.map((instant, at) => {
    const time = Date.parse(instant)
    const month = Number.isNaN(time) ? '' : `，${chinaDay(new Date(time)).slice(0, 7)} 开始`
    return `{ value: ${at + 1}, label: "第 ${at + 1} 个培训${month}" }`
  })
  return template
    .replaceAll('\r\n', '\n')
    .replace('第 1 个培训', `第 ${number} 个培训`)
    .replace(choice, () => `options: [${options.join(', ')}]\nvalue: ${number}`)
}
