import type { Draws } from '../draw.ts'
import { temporary, values } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { spun, wheel } from '../wheel.ts'
import { schools, type Purpose } from './people.ts'

/** Log-odds of using any service online: at 60, not alone, of the least schooling; then by school. */
const atSixty = 0.35
const bySchool = [0, 0.6, 1.2] as const

/**
 * What keeps people away most. The first four stand to each other as in CNNIC's 45th report (March
 * 2020), where 51.6, 19.5, 14.0 and 13.4 % of those not online name them; the last two are assumed.
 */
const noDevice = '没有手机或上网设备'
const obstacles: Readonly<Record<string, number>> = {
  不会操作: 516,
  不识字或不懂拼音: 195,
  觉得年纪太大: 140,
  [noDevice]: 134,
  担心受骗或泄露信息: 90,
  字太小看不清: 60,
}

/** Who uses a service uses both kinds, or only one of them, in %. */
const services: Readonly<Record<string, number>> = { both: 38, registration: 44, government: 18 }

const turned = (name: string, weights: Readonly<Record<string, number>>) => {
  const rows = Object.entries(weights).map(([item, weight]) => ({ spin: 0, item, weight }))
  return wheel(name, `FROM ${values('w', ['spin', 'item', 'weight'], rows)}`)
}

export function useTables(): string[] {
  const rows = schools.map((education, index) => ({ education, ease: bySchool[index] ?? 0 }))
  return [
    turned('obstacle_wheel', obstacles),
    turned('service_wheel', services),
    temporary('schools', `FROM ${values('s', ['education', 'ease'], rows)}`),
  ]
}

/** Logistic in the age *as published*, so that a model of the published columns is the true one. */
function reached(draws: Draws<Purpose>, { year, alone }: Truths['digitalGap']): string {
  return `${draws.uniform('online')} < 1 / (1 + exp(-(${atSixty} + ease
           + (${year}) * (age - 60) + CASE WHEN living_alone THEN ${alone} ELSE 0 END)))`
}

/** Adds to `people` what they use, whom they ask and what keeps them away. */
export function uses(from: string, draws: Draws<Purpose>, gap: Truths['digitalGap']): string {
  const often = (purpose: Purpose, online: number, otherwise: number) =>
    `has_smartphone AND ${draws.uniform(purpose)} < CASE WHEN online THEN ${online} ELSE ${otherwise} END`
  return `WITH reached AS (
  SELECT *, ${reached(draws, gap)} AS online FROM ${from} JOIN schools USING (education)
), spun AS (
  SELECT reached.*, v.item AS service, o.item AS obstacle FROM reached
  ${spun('service_wheel', 'v', '0', draws.uniform('service'))}
  ${spun('obstacle_wheel', 'o', '0', draws.uniform('obstacle'))}
), equipped AS (
  SELECT *, online OR (obstacle <> '${noDevice}'
    AND ${draws.uniform('smartphone')} < 0.8 - 0.012 * (age - 60)) AS has_smartphone
  FROM spun
)
SELECT *, ${often('payment', 0.9, 0.34)} AS uses_payment,
       online AND service <> 'government' AS uses_registration,
       ${often('transport', 0.58, 0.14)} AS uses_transport,
       online AND service <> 'registration' AS uses_government,
       ${often('video', 0.88, 0.52)} AS uses_video_call,
       ${draws.uniform('help')} < 0.3 + 0.008 * (age - 60) + CASE WHEN online THEN 0 ELSE 0.14 END AS asked_for_help,
       CASE WHEN NOT online THEN obstacle END AS main_obstacle,
       ${draws.uniform('fraud')} < 0.22 + CASE WHEN has_smartphone THEN 0.16 ELSE 0 END AS fraud_contact
FROM equipped`
}
