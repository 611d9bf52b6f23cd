/** One term of a fitted model with its interval. */
export interface Coefficient {
  readonly term: string
  readonly estimate: number
  readonly se: number
  /** estimate ÷ se */
  readonly statistic: number
  /** Two-sided. */
  readonly p: number
  readonly low: number
  readonly high: number
}

export interface JointTest {
  readonly statistic: number
  /** Degrees above and below; without the latter it is a chi-square. */
  readonly degrees: readonly [number, number | undefined]
  readonly p: number
}

/** What every fitted model has. */
export interface Fit {
  readonly n: number
  /** Rows without a usable value in a column of the model, and rows of weight 0. */
  readonly missing: number
  readonly weightless: number
  readonly coefficients: readonly Coefficient[]
  /** Terms left out, each being a sum of terms before it. */
  readonly collinear: readonly string[]
  /** Degrees of freedom of the intervals; `undefined` where they are of the normal distribution. */
  readonly degrees: number | undefined
  readonly clusters: number | undefined
}

export interface Extreme {
  /** 1-based row among all rows of the data. */
  readonly row: number
  readonly value: number
}

export interface LinearFit extends Fit {
  readonly rSquared: number
  readonly adjusted: number
  readonly residualSd: number
  readonly f: JointTest | undefined
  readonly condition: number
  readonly vif: readonly { readonly term: string; readonly value: number }[]
  readonly leverage: Extreme
  readonly cook: Extreme
  readonly breuschPagan: JointTest | undefined
  readonly durbinWatson: number | undefined
}

export interface CountFit extends Fit {
  readonly deviance: number
  readonly nullDeviance: number
  readonly logLikelihood: number
  /** 1 − logL ÷ logL of the model with a constant only (D. McFadden, 1974). */
  readonly pseudoRSquared: number
  readonly aic: number
  readonly iterations: number
  /** Pearson’s chi-square ÷ degrees of freedom; well above 1 is more scatter than the model has. */
  readonly dispersion: number
  /** For a logit, what is counted as 1. */
  readonly hit: string | undefined
}
