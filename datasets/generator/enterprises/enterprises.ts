import { making, rowsOf, type GenerateOptions, type Making } from '../making.ts'
import { literal, temporary } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { creditAlphabet, creditCheck, organisationCheck, sixCharacters } from './credit-code.ts'
import { enterpriseDraws, founding, foundingWheels } from './founding.ts'
import { industries, nameCharacters } from './industries.ts'

/** Enterprises at scale 1: 51 for 1,000 residents, which is assumed. */
const usualRows = 38_000

type EnterpriseDraws = ReturnType<typeof enterpriseDraws>

const list = (items: readonly string[]) => `[${items.map(literal).join(', ')}]`

/** A whole number from `least` to `most`, mostly small. */
const between = (least: number, most: number, uniform: string) =>
  `${least} + CAST(floor(${most - least + 1} * ${uniform} * ${uniform}) AS INTEGER)`

/** Trade names differ as long as there are no more enterprises than names. */
function tradeName(): string {
  const [first, second, third] = nameCharacters
  const turn = `(enterprise * 7919 % ${first.length * second.length * third.length})`
  return [
    `substr('${first}', 1 + ${turn} % ${first.length}, 1)`,
    `substr('${second}', 1 + ${turn} // ${first.length} % ${second.length}, 1)`,
    `substr('${third}', 1 + ${turn} // ${first.length * second.length}, 1)`,
  ].join(' || ')
}

function named(draws: EnterpriseDraws): string {
  const words = `[${industries.map(({ words }) => list(words)).join(', ')}][section + 1]`
  return `SELECT *, '安澜市' || ${tradeName()}
       || (${words})[1 + CAST(floor(${draws.uniform('word')} * len(${words})) AS INTEGER)]
       || CASE WHEN cooperative THEN '专业合作社' WHEN size = '大型' THEN '股份有限公司' ELSE '有限公司' END AS name,
       CASE WHEN status <> '在营' THEN NULL
            WHEN size = '微型' THEN ${between(1, 9, draws.uniform('staff'))}
            WHEN size = '小型' THEN ${between(10, 99, draws.uniform('staff'))}
            WHEN size = '中型' THEN ${between(100, 299, draws.uniform('staff'))}
            ELSE ${between(300, 1800, draws.uniform('staff'))} END AS employees
FROM founded`
}

/** Codes are spread over all numbers of six characters, so that neighbours do not look alike. */
function coded(seed: number): string {
  const number = `(enterprise * 611953 + ${seed % 31 ** 6}) % ${31 ** 6}`
  return `WITH bodies AS (
  SELECT *, 'MA' || ${sixCharacters(`(${number})`)} AS body FROM named
), organisations AS (
  SELECT *, CASE WHEN cooperative THEN '93' ELSE '91' END || substr(community_code, 1, 6)
         || body || ${organisationCheck('body')} AS unchecked
  FROM bodies
)
SELECT *, unchecked || ${creditCheck('unchecked')} AS true_code FROM organisations`
}

/** In exactly `creditCodes` of 1,000 codes, one character after the division is another. */
function mistyped(draws: EnterpriseDraws, { typos }: Truths): string {
  const at = `(9 + CAST(floor(${draws.uniform('wrongAt')} * 10) AS INTEGER))`
  const right = `strpos('${creditAlphabet}', substr(true_code, ${at}, 1)) - 1`
  const wrong = `(${right} + 1 + CAST(floor(${draws.uniform('wrongCharacter')} * 30) AS INTEGER)) % 31`
  return `SELECT *, CASE
         WHEN row_number() OVER (ORDER BY ${draws.uniform('wrong')}, enterprise)
              > round(count(*) OVER () * ${typos.creditCodes} / 1000) THEN true_code
         ELSE substr(true_code, 1, ${at} - 1) || substr('${creditAlphabet}', 1 + ${wrong}, 1)
              || substr(true_code, ${at} + 1) END AS credit_code
FROM coded`
}

const published = `SELECT 'QY' || format('{:07d}', enterprise + 1) AS enterprise_id, credit_code, name,
       industry_code, industry, size, employees, founded_on, status, community_code
FROM mistyped ORDER BY enterprise_id`

/** The register of enterprises and farmers' co-operatives. */
export function enterprises(options: GenerateOptions): Making {
  const { seed, truths } = options
  const draws = enterpriseDraws(seed)
  return making('anlan-enterprises', options, (sheet) => ({
    statements: [
      ...foundingWheels(),
      temporary('founded', founding(rowsOf(sheet, usualRows), draws)),
      temporary('named', named(draws)),
      temporary('coded', coded(seed)),
      temporary('mistyped', mistyped(draws, truths)),
    ],
    outputs: [{ path: 'data/enterprises.parquet', query: published }],
  }))
}
