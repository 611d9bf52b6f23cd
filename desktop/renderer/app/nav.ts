import type { LucideIcon } from '@lucide/svelte'
import Database from '@lucide/svelte/icons/database'
import GraduationCap from '@lucide/svelte/icons/graduation-cap'
import House from '@lucide/svelte/icons/house'
import NotebookPen from '@lucide/svelte/icons/notebook-pen'
import Presentation from '@lucide/svelte/icons/presentation'
import Settings from '@lucide/svelte/icons/settings'
import Smartphone from '@lucide/svelte/icons/smartphone'
import type { PageName } from './paths.ts'

type Place = 'home' | 'courses' | 'practice' | 'teach' | 'catalogue' | 'notebooks' | 'settings'

export interface NavLink {
  readonly page: Place
  readonly icon: LucideIcon
  /** Pages that belong to this place. */
  readonly holds: readonly PageName[]
}

export interface NavGroup {
  readonly title: 'learnAndTeach' | 'researchAndDecide' | undefined
  readonly links: readonly NavLink[]
}

export const navigation: readonly NavGroup[] = [
  { title: undefined, links: [{ page: 'home', icon: House, holds: ['home'] }] },
  {
    title: 'learnAndTeach',
    links: [
      {
        page: 'courses',
        icon: GraduationCap,
        holds: [
          'courses',
          'course',
          'test',
          'lesson',
          'review',
          'programme',
          'sitting',
          'myRecord',
          'certificate',
          'verify',
          'glossary',
          'notes',
        ],
      },
      { page: 'practice', icon: Smartphone, holds: ['practice', 'scenario', 'drill'] },
      {
        page: 'teach',
        icon: Presentation,
        holds: [
          'teach',
          'papers',
          'stage',
          'projector',
          'clicker',
          'drillSheet',
          'classes',
          'class',
          'seat',
          'board',
          'classLan',
          'sessionReport',
          'faces',
        ],
      },
    ],
  },
  {
    title: 'researchAndDecide',
    links: [
      {
        page: 'catalogue',
        icon: Database,
        holds: [
          'catalogue',
          'dataset',
          'datasetPart',
          'import',
          'elements',
          'requests',
          'holidays',
        ],
      },
      { page: 'notebooks', icon: NotebookPen, holds: ['notebooks', 'notebook'] },
    ],
  },
  { title: undefined, links: [{ page: 'settings', icon: Settings, holds: ['settings'] }] },
]
