/** Something that can be found. */
export interface SearchDocument {
  readonly type: 'course' | 'lesson' | 'dataset' | 'notebook' | 'indicator'
  /** `course`, `course/lesson`, dataset id or notebook id. */
  readonly id: string
  readonly title: string
  /** Other names: the English title, the id, keywords. */
  readonly names: string
  readonly text: string
}

/** A document that was found; the greater the score, the better. */
export interface SearchHit {
  readonly type: SearchDocument['type']
  readonly id: string
  readonly title: string
  readonly score: number
}
