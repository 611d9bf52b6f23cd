import type { Component } from 'svelte'
import type { PageName, PageParams, Route } from './paths.ts'

type Pages = {
  readonly [Page in PageName]: () => Promise<{ default: Component<PageParams<Page>> }>
}

/** Each page is a chunk of its own, fetched when first shown. */
const pages: Pages = {
  home: () => import('../features/home/HomePage.svelte'),
  courses: () => import('../features/learn/CoursesPage.svelte'),
  course: () => import('../features/learn/CoursePage.svelte'),
  test: () => import('../features/learn/TestPage.svelte'),
  capstone: () => import('../features/learn/capstone/CapstonePage.svelte'),
  judge: () => import('../features/learn/capstone/JudgePage.svelte'),
  review: () => import('../features/learn/ReviewPage.svelte'),
  programme: () => import('../features/learn/ProgrammePage.svelte'),
  sitting: () => import('../features/learn/SittingPage.svelte'),
  myRecord: () => import('../features/learn/RecordPage.svelte'),
  lesson: () => import('../features/learn/LessonPage.svelte'),
  practice: () => import('../features/learn/PracticePage.svelte'),
  scenario: () => import('../features/learn/ScenarioPage.svelte'),
  drill: () => import('../features/learn/DrillPage.svelte'),
  drillSheet: () => import('../features/teach/DrillSheetPage.svelte'),
  teach: () => import('../features/teach/TeachPage.svelte'),
  papers: () => import('../features/teach/papers/PapersPage.svelte'),
  stage: () => import('../features/teach/stage/StagePage.svelte'),
  projector: () => import('../features/teach/stage/ProjectorPage.svelte'),
  clicker: () => import('../features/teach/stage/ClickerPage.svelte'),
  board: () => import('../features/teach/board/BoardPage.svelte'),
  sessionReport: () => import('../features/teach/board/ReportPage.svelte'),
  faces: () => import('../features/teach/board/FacesPage.svelte'),
  capstones: () => import('../features/teach/capstone/BoardPage.svelte'),
  classLan: () => import('../features/teach/lan/LanPage.svelte'),
  classes: () => import('../features/teach/class/ClassesPage.svelte'),
  training: () => import('../features/teach/training/TrainingPage.svelte'),
  class: () => import('../features/teach/class/ClassPage.svelte'),
  seat: () => import('../features/teach/class/SeatPage.svelte'),
  catalogue: () => import('../features/catalogue/CataloguePage.svelte'),
  dataset: () => import('../features/catalogue/DatasetPage.svelte'),
  datasetPart: () => import('../features/catalogue/DatasetPage.svelte'),
  requests: () => import('../features/catalogue/sharing/RequestsPage.svelte'),
  holidays: () => import('../features/catalogue/sharing/HolidaysPage.svelte'),
  elements: () => import('../features/catalogue/elements/ElementsPage.svelte'),
  import: () => import('../features/gate/ImportPage.svelte'),
  notebooks: () => import('../features/workbench/NotebooksPage.svelte'),
  notebook: () => import('../features/workbench/NotebookPage.svelte'),
  certificate: () => import('../features/certificate/CertificatePage.svelte'),
  verify: () => import('../features/certificate/VerifyPage.svelte'),
  glossary: () => import('../features/study/GlossaryPage.svelte'),
  notes: () => import('../features/study/NotesPage.svelte'),
  settings: () => import('../features/settings/SettingsPage.svelte'),
}

/** These lay out the whole window themselves: the shell makes itself narrow and does not scroll. */
const workspaces: ReadonlySet<PageName> = new Set(['lesson', 'scenario', 'notebook'])

/** These have the window to themselves: no way round the app beside them. */
const alone: ReadonlySet<PageName> = new Set(['stage', 'projector', 'clicker'])

export function isAlone(route: Route | undefined): boolean {
  return route !== undefined && alone.has(route.page)
}

export function isWorkspace(route: Route | undefined): boolean {
  return route !== undefined && workspaces.has(route.page)
}

export async function loadPage({ page }: Route): Promise<Component<Record<string, string>>> {
  const { default: component } = await pages[page]()
  // each page takes the parameters that its own path names
  return component as unknown as Component<Record<string, string>>
}
