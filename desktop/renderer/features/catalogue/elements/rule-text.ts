import type { Element } from '../../../../domain/catalogue/elements/element.ts'
import { count } from '../../../app/format.ts'
import { i18n, zh } from '../../../app/i18n.svelte.ts'
import { t } from './messages.ts'

const comma = () => (i18n.language === 'en' ? ', ' : '，')

/** How an element's values are checked, in words. `counties`: how many county codes are known. */
export function ruleText({ rule, format }: Element, counties: number): string | undefined {
  if (!rule) return format ? t.rules.format : undefined
  switch (rule.kind) {
    case 'division-code':
      return t.rules['division-code'](rule.digits, count(counties))
    case 'date': {
      const { from, to } = rule
      const last = to === 'today' ? t.rules.today : to
      return [
        t.rules.date,
        ...(from === undefined ? [] : [t.rules.dateFrom(from)]),
        ...(last === undefined ? [] : [t.rules.dateTo(last)]),
      ].join(comma())
    }
    case 'number':
      return [
        t.rules.number,
        ...(rule.min === undefined ? [] : [t.rules.atLeast(count(rule.min))]),
        ...(rule.max === undefined ? [] : [t.rules.atMost(count(rule.max))]),
      ].join(comma())
    case 'pattern':
      return zh(rule.says)
    default:
      return t.rules[rule.kind]
  }
}
