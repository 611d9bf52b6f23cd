// apart from the rules, since the contract names them and every window loads the contract

/** The steps of a training in their order; the placement is optional, so nobody is held at it. */
export const waySteps = [
  ...(['placement', 'before', 'courses', 'after'] as const),
  ...(['final', 'capstone', 'done'] as const),
] as const
export type WayStep = (typeof waySteps)[number]

/**
 * What holds somebody up, what needs most first: a test that lies half done; a final not passed twice;
 * a work found wanting; one that waits for a facilitator, for peers to be allotted, or for those who
 * were; others' works that wait for this person; nothing done for days; joined and not yet begun; the
 * test after was left out, so that nothing can be compared.
 */
export const needKinds = [
  ...(['begun', 'failed', 'short', 'to-judge', 'no-peers', 'peers', 'owes'] as const),
  ...(['idle', 'joined', 'no-after'] as const),
] as const
export type NeedKind = (typeof needKinds)[number]

/** What came of a learner's finals: passed at the first try, at a later one, or not yet. */
export const finalEnds = ['first', 'later', 'not-yet'] as const
export type FinalEnd = (typeof finalEnds)[number]
