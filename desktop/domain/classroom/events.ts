import * as z from 'zod'

/** Whether somebody came to a session; who has none of these was not there. */
export const attendances = ['here', 'late', 'excused'] as const
export type Attendance = (typeof attendances)[number]

/** How the lesson was, as a learner says it on the way out. */
export const faces = ['good', 'fair', 'poor'] as const
export type Face = (typeof faces)[number]

/** The most characters of a suggestion. */
export const suggestionLimit = 300

export const titleSchema = z.string().trim().min(1).max(40)

export const groupSchema = z.object({
  id: z.string(),
  title: z.string().trim().min(1).max(20),
  people: z.array(z.string()),
})
export type Group = z.infer<typeof groupSchema>

/** How many said what of a lesson. */
const count = z.int().min(0).max(500)
export const faceCountsSchema = z.object({ good: count, fair: count, poor: count })
export type FaceCounts = z.infer<typeof faceCountsSchema>

const ofClass = { class: z.string() }
const ofSession = { session: z.string() }

/**
 * What the journal keeps of classes and their sessions, by the type of event. People are in it by
 * pseudonymous id only, faces and suggestions without one.
 */
export const classEvents = {
  'class.made': z.object({ ...ofClass, title: titleSchema }),
  'class.changed': z.object({
    ...ofClass,
    title: titleSchema.optional(),
    archived: z.boolean().optional(),
  }),
  'class.enrolled': z.object({ ...ofClass, people: z.array(z.string()) }),
  'class.left': z.object({ ...ofClass, people: z.array(z.string()) }),
  /** All groups of the class, in place of those before. */
  'class.grouped': z.object({ ...ofClass, groups: z.array(groupSchema) }),
  /** What the next session is to be on. */
  'class.planned': z.object({ ...ofClass, course: z.string(), lesson: z.string() }),
  'session.begun': z.object({
    ...ofClass,
    ...ofSession,
    course: z.string().nullable(),
    lesson: z.string().nullable(),
  }),
  'session.attended': z.object({ ...ofSession, attendance: z.enum(attendances).nullable() }),
  'session.face': z.object({ ...ofSession, face: z.enum(faces) }),
  /** The last tap taken back. */
  'session.unfaced': z.object({ ...ofSession, face: z.enum(faces) }),
  /** What was counted on paper, in place of what was counted before. */
  'session.tallied': z.object({ ...ofSession, faces: faceCountsSchema }),
  /** Its words are kept apart, where they can be deleted. */
  'session.suggested': z.object({ ...ofSession, suggestion: z.string() }),
  'session.unsuggested': z.object({ ...ofSession, suggestion: z.string() }),
  'session.ended': z.object(ofSession),
} as const

export type ClassEventType = keyof typeof classEvents
export type ClassEvent<T extends ClassEventType> = z.infer<(typeof classEvents)[T]>
