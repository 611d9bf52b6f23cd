import Annoyed from '@lucide/svelte/icons/face-expressionless'
import ArrowLeft from '@lucide/svelte/icons/arrow-left'
import ArrowRight from '@lucide/svelte/icons/arrow-right'
import Check from '@lucide/svelte/icons/check'
import Frown from '@lucide/svelte/icons/face-slightly-frowning'
import RefreshCw from '@lucide/svelte/icons/refresh-cw'
import Smile from '@lucide/svelte/icons/face-slightly-smiling'
import X from '@lucide/svelte/icons/x'
import type { LucideIcon } from '@lucide/svelte'
import { cameOf, type ClickerPlace } from '../../../../domain/classroom/clicker.ts'
import { faces } from '../../../../domain/classroom/events.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import { t } from './messages.ts'
import type { OpenClass } from './open-class.ts'
import type { OpenStage } from './read-stage.ts'
import { stepWords } from './step-words.ts'

/** What the clicker says at a place, and what its two buttons do there. */
export interface ClickerWords {
  readonly question: string
  readonly note?: string | undefined
  readonly left: ButtonWords
  readonly right: ButtonWords
}

interface ButtonWords {
  readonly label: string
  readonly icon: LucideIcon
  readonly note?: string | undefined
  readonly off?: boolean
}

interface Around {
  readonly stage: OpenStage
  /** The lesson's step, from 0. */
  readonly step: number
  readonly room: OpenClass | undefined
}

export function clickerWords(place: ClickerPlace, around: Around): ClickerWords {
  const { room } = around
  const people = room?.people ?? []
  switch (place.at) {
    case 'roll':
      return {
        question: t.roll.ask(zh(people[place.nth]?.name ?? '')),
        note: t.roll.nth(place.nth + 1, people.length),
        left: { label: t.roll.absent, icon: X },
        right: { label: t.roll.here, icon: Check },
      }
    case 'called':
      return {
        question: t.roll.called(cameOf(room?.session.attendance ?? {}), people.length),
        left: { label: t.roll.again, icon: RefreshCw, off: people.length === 0 },
        right: { label: t.roll.begin, icon: ArrowRight },
      }
    case 'lesson':
      return lessonWords(around)
    case 'faces':
      return faceWords(place.face, place.given)
    case 'ending':
      return {
        question: t.ending.ask,
        left: { label: t.ending.stay, icon: ArrowLeft },
        right: { label: t.ending.end, icon: Check },
      }
    case 'over':
      return {
        question: t.ending.over,
        left: { label: t.back, icon: ArrowLeft },
        right: { label: t.ending.report, icon: ArrowRight },
      }
  }
}

function lessonWords({ stage, step, room }: Around): ClickerWords {
  const words = (at: number) => {
    const found = stage.steps[at]
    return found && stepWords(stage, found)
  }
  const last = step >= stage.steps.length - 1
  const after = room ? t.face.title : t.nothingMore
  return {
    question: `${t.present}${words(step) ?? ''}`,
    note: `${t.following}${words(step + 1) ?? after}`,
    left: {
      ...{ label: t.back, icon: ArrowLeft, off: step === 0 && !room },
      ...(step === 0 && { note: room ? t.roll.title : t.clickerStart }),
    },
    right: {
      ...{ label: t.next, icon: ArrowRight, off: last && !room },
      ...(last && { note: room ? t.face.title : t.clickerEnd }),
    },
  }
}

const smiles = { good: Smile, fair: Annoyed, poor: Frown }

function faceWords(face: number, given: number): ClickerWords {
  const shown = faces[face]
  const left = { label: t.face.other, icon: RefreshCw }
  const note = t.face.given(given)
  if (shown === undefined) {
    return { question: t.face.nobody, note, left, right: { label: t.face.done, icon: ArrowRight } }
  }
  return {
    question: t.face.ask,
    note,
    left,
    right: { label: t.face[shown], icon: smiles[shown], note: t.face.take },
  }
}
