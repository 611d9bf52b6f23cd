import type { DemoStep } from '../../../../domain/simulation/demonstration.ts'
import type { Screen } from '../../../../domain/simulation/scenario.ts'
import { hasList, leads } from '../../learn/phone/control-text.ts'
import type { Hands } from '../../learn/phone/screen/hands.ts'

/** A phone on the wall: it points, and nobody can touch it. */
export const stillHands = (screen: Screen, { way }: DemoStep): Hands => ({
  pointed: way?.id,
  leads: (control) => leads(screen, control),
  hasList: hasList(screen),
  touch: () => undefined,
})
