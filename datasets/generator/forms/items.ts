import { drawsOf } from '../draw.ts'
import { temporary, values } from '../sql.ts'
import { anyBase, held, own, type Ask } from './asks.ts'
import { formColumns, forms } from './ledger.ts'

/** The SQL name of the words one of which stands on the form; there are at most three. */
const wordColumns = ['word_1', 'word_2', 'word_3'] as const

function askRows(asks: readonly Ask[], isHeld: boolean) {
  return asks.map(({ base, place, element, words }, index) => ({
    ask: (isHeld ? 0 : 1000) + index,
    base,
    place,
    element,
    held: isHeld,
    choices: words.length,
    ...Object.fromEntries(wordColumns.map((column, at) => [column, words[at] ?? null])),
  }))
}

const bases = [...new Set(held.map(({ base }) => base))]

/** No form can ask for more held elements than its base has. */
const mostHeld = Math.min(...bases.map((base) => held.filter((ask) => ask.base === base).length))

const total = forms.reduce((sum, { items }) => sum + Number(items), 0)

/** Tables `forms` and `asks`. */
export function formTables(): string[] {
  const numbered = forms.map((form, index) => ({ form: index + 1, ...form }))
  const askColumns = ['ask', 'base', 'place', 'element', 'held', 'choices', ...wordColumns]
  return [
    temporary('forms', `FROM ${values('f', ['form', ...formColumns], numbered)}`),
    temporary(
      'asks',
      `FROM ${values('a', askColumns, [...askRows(held, true), ...askRows(own, false)])}`,
    ),
  ]
}

/**
 * (form, item, asks_for, element, already_shared): of all items of all forms exactly `percent` %, rounded
 * to whole items, are held already. Which they are is drawn; the usual ones come first on a form.
 */
export function items(seed: number, percent: number): string {
  const slots = drawsOf('form * 100 + slot', seed, { held: 501 })
  const pairs = drawsOf('form * 10000 + ask', seed, { order: 502, word: 503 })
  const count = Math.round((total * percent) / 100)
  const word = `CASE CAST(floor(choices * ${pairs.uniform('word')}) AS INTEGER)
         WHEN 0 THEN word_1 WHEN 1 THEN word_2 ELSE word_3 END`
  return `WITH slots AS (
  SELECT form, base, slot, row_number() OVER (ORDER BY slot > ${mostHeld}, ${slots.uniform('held')}, form, slot) <= ${count} AS held
  FROM (SELECT form, base, unnest(range(1, items + 1)) AS slot FROM forms)
), placed AS (
  SELECT *, row_number() OVER (PARTITION BY form, held ORDER BY slot) AS nth FROM slots
), ordered AS (
  SELECT form, asks.*, row_number() OVER (PARTITION BY form, held
    ORDER BY CASE WHEN held THEN place % 100 + 7 * ${pairs.uniform('order')} ELSE ${pairs.uniform('order')} END, ask) AS nth
  FROM forms JOIN asks ON asks.base = forms.base OR asks.base = '${anyBase}'
)
SELECT form, row_number() OVER (PARTITION BY form ORDER BY held DESC, place) AS item,
       ${word} AS asks_for, element, held AS already_shared
FROM placed JOIN ordered USING (form, held, nth)`
}
