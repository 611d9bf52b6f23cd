import type { Outline, OutlineItem } from '../../desktop/domain/course/outline.ts'

const title = (name: string) => ({ zh: name, en: name })

export const item = (
  id: string,
  objective: string | null,
  more: Partial<OutlineItem> = {},
): OutlineItem => ({
  ...{ lesson: '01-x', id, kind: 'choice', objective, form: null, review: true, shows: 'alone' },
  ...more,
})

/** A course `c` of two lessons and a test: `count` and `filter` are its objectives. */
export const outline: Outline = {
  course: {
    ...{ id: 'c', track: 'A', title: title('一门课'), summary: title('…'), minutes: 20 },
    ...{ prerequisites: [], competences: [], sources: [], mastery: { of: 4, right: 3 } },
    objectives: { count: title('会数'), filter: title('会挑') },
  },
  lessons: [
    { id: '01-x', title: title('第一课'), minutes: 10, objectives: ['count'] },
    { id: '02-y', title: title('=第二课'), minutes: 10, objectives: ['count', 'filter'] },
  ],
  items: [
    ...[item('e', 'count'), item('f', 'count'), item('g', null)],
    item('h', 'filter', { lesson: '02-y', shows: 'hinted' }),
    item('qa', 'count', { lesson: 'test', form: 'A', review: false }),
    item('qb', 'count', { lesson: 'test', form: 'B', review: false }),
  ],
  scenarios: [{ id: 's', lesson: '02-y' }],
}
