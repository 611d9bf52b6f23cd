import type { Titles } from '../../domain/course/titles.ts'

/** One thing that a course teaches, and whether the learner has shown that he can do it. */
export interface Goal {
  readonly id: string
  readonly title: Titles
  readonly reached: boolean
}

export interface CourseGoals {
  readonly of: 'course' | 'training'
  readonly title: Titles
  /** In the order of the course or of the training. */
  readonly goals: readonly Goal[]
}

/** Where a certificate learns what was mastered. */
export interface Goals {
  /** `not_found` where there is no such course or training; without a learner nothing is reached. */
  of(course: string, learner: string | null): Promise<CourseGoals>
}

/** Makes PDFs of our own pages. */
export interface PdfPrinter {
  /** Fails with `pdf_unavailable` where no program on this machine can. */
  print(html: string, signal?: AbortSignal): Promise<Uint8Array>
}

/** Two-dimensional codes, drawn and read. */
export interface CodePictures {
  /** A PNG of version 13 at most, error correction Q. */
  draw(text: string): Promise<Uint8Array>
  /** The text of a code in a PNG, a JPEG or a PDF; the file itself where it is text. */
  read(bytes: Uint8Array): Promise<string | undefined>
}
