/** Something that can be found. */
export interface SearchDocument {
  readonly type: 'course' | 'lesson' | 'dataset' | 'notebook' | 'indicator'
  /** `course`, `course/lesson`, dataset id or notebook id. */
  readonly id: string
  readonly title: string
  /** Other names: the English title, the id, keywords. */
  readonly names: string
  readonly text: string
  /** The heading or task below which it stands, where it is a part of that document. */
  readonly part?: string
}

/** A document that was found; the greater the score, the better. */
export interface SearchHit {
  readonly type: SearchDocument['type']
  readonly id: string
  readonly title: string
  readonly score: number
  /** The place in it that fits best: a heading's words, `task-` and an exercise's id. */
  readonly part?: string
}
