/** A group of people alike in their predictors: how many there are, and how many of them do it. */
export interface Group {
  readonly x: readonly number[]
  readonly people: number
  readonly yes: number
}

export interface Logit {
  readonly estimates: readonly number[]
  readonly errors: readonly number[]
}

type Matrix = readonly (readonly number[])[]

/** The inverse of a small matrix of full rank, by Gauss and Jordan with the largest pivot. */
function inverse(matrix: Matrix): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let at = 0; at < size; at++) {
    const rest = rows.slice(at).map((row) => Math.abs(row[at]!))
    const pivot = at + rest.indexOf(Math.max(...rest))
    const chosen = rows[pivot]!.map((value) => value / rows[pivot]![at]!)
    rows[pivot] = rows[at]!
    for (const [i, row] of rows.entries()) {
      rows[i] = i === at ? chosen : row.map((value, j) => value - row[at]! * chosen[j]!)
    }
  }
  return rows.map((row) => row.slice(size))
}

const times = (matrix: Matrix, vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, value, index) => sum + value * vector[index]!, 0))

/** Newton's method for the logistic regression's likelihood; the errors are the inverse information's. */
export function logit(groups: readonly Group[]): Logit {
  const size = groups[0]!.x.length
  let estimates = Array.from({ length: size }, () => 0)
  let covariance: number[][] = []
  for (let step = 0; step < 20; step++) {
    const information = estimates.map(() => estimates.map(() => 0))
    const score = estimates.map(() => 0)
    for (const { x, people, yes } of groups) {
      const odds = x.reduce((sum, value, index) => sum + value * estimates[index]!, 0)
      const chance = 1 / (1 + Math.exp(-odds))
      for (const [i, xi] of x.entries()) {
        score[i]! += xi * (yes - people * chance)
        for (const [j, xj] of x.entries())
          information[i]![j]! += xi * xj * people * chance * (1 - chance)
      }
    }
    covariance = inverse(information)
    const change = times(covariance, score)
    estimates = estimates.map((value, index) => value + change[index]!)
    if (Math.max(...change.map(Math.abs)) < 1e-10) break
  }
  return { estimates, errors: covariance.map((row, index) => Math.sqrt(row[index]!)) }
}
