/**
 * What is planted in Anlan, with its exact size. The generator reads the sizes from here and from
 * nowhere else; `test/integration/truths-*.test.ts` finds each again in the finished files within the
 * tolerance that stands here, and does not find it in the control city.
 */
export interface Truths {
  /**
   * Simpson's paradox. `street` treats every kind of matter better than `rival`: of 100 answered call-backs,
   * `points` more are satisfied, both among hard matters and among easy ones. But `pull` times as many
   * of its calls are about hard matters (those whose callers are seldom satisfied), so that its rate
   * over all calls is the lower one.
   */
  readonly simpson: {
    readonly street: string
    readonly rival: string
    readonly points: number
    readonly pull: number
  }
  /**
   * The grid reform: from `from` on, in the communities marked `reform`, a grid event is dealt with
   * `days` days sooner than it would have been. Before, the two halves run in parallel.
   */
  readonly gridReform: { readonly from: string; readonly days: number }
  /** How much of the seasons in `hotline/rhythms.ts` there is: 1 all, 0 none. */
  readonly seasons: { readonly strength: number }
  /**
   * The change of definition (口径): `days_to_close` counts calendar days for tickets accepted before
   * `from`, working days after. Nothing became faster.
   */
  readonly definition: { readonly from: string | undefined }
  /** Of 1,000 residents, those who stand in the register twice, in two communities. */
  readonly duplicates: { readonly perMille: number }
  /** Of 1,000 values, those that somebody mistyped. */
  readonly typos: { readonly creditCodes: number; readonly placeNames: number }
  /**
   * Values missing not at random: of 100 respondents in the lowest and the highest income band, those
   * who do not say; the bands between lie on a straight line. The follow-up visit learns them.
   */
  readonly missing: { readonly lowest: number; readonly highest: number }
  /**
   * Of 100 closed tickets, how many more are called back if the caller is content; and four sevenths
   * as many more if it was closed in time, which is another way to prefer the content.
   */
  readonly callBack: { readonly points: number }
  /** Of 100 tickets, those that are somebody's second call about the same matter. */
  readonly repeats: { readonly percent: number }
  /**
   * The denominator trap: of 100 residents, those registered here (户籍), by how a place was built up.
   * Per registered resident the new quarters seem to complain most; per resident they do not.
   */
  readonly denominator: { readonly old: number; readonly new: number; readonly town: number }
  /** The elders' digital gap, in log-odds of using a service online: a year of age, living alone. */
  readonly digitalGap: { readonly year: number; readonly alone: number }
  /** Of 100 items that the forms ask for, those that the shared databases already hold. */
  readonly overlap: { readonly percent: number }
}

/** The city as it ships. */
export const planted: Truths = {
  simpson: { street: '柳堤街道', rival: '科创街道', points: 6, pull: 4 },
  gridReform: { from: '2024-07-01', days: 1.2 },
  seasons: { strength: 1 },
  definition: { from: '2025-01-01' },
  duplicates: { perMille: 8 },
  typos: { creditCodes: 6, placeNames: 20 },
  missing: { lowest: 5, highest: 35 },
  callBack: { points: 14 },
  repeats: { percent: 8 },
  denominator: { old: 88, new: 38, town: 104 },
  digitalGap: { year: -0.09, alone: -0.7 },
  overlap: { percent: 42 },
}

/** The same city without any of it. */
export const control: Truths = {
  simpson: { ...planted.simpson, points: 0, pull: 1 },
  gridReform: { ...planted.gridReform, days: 0 },
  seasons: { strength: 0 },
  definition: { from: undefined },
  duplicates: { perMille: 0 },
  typos: { creditCodes: 0, placeNames: 0 },
  missing: { lowest: 15, highest: 15 },
  callBack: { points: 0 },
  repeats: { percent: 0 },
  denominator: { old: 80, new: 80, town: 80 },
  digitalGap: { year: 0, alone: 0 },
  overlap: { percent: 0 },
}
