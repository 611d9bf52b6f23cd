interface Named {
  readonly name: string
  readonly title: string
}

/** What offices write before and after a thing's name: 所属街道, 街道名称. */
const around = /^(?:所属|所在|归属|受理|事发|发生|承办)|(?:名称|名字|全称)$/gu
const coreOf = (text: string) => text.trim().toLowerCase().replaceAll(around, '')

/**
 * The columns of two tables that most likely mean the same: those of one name, else of one title, else
 * of titles that agree in all but the usual words around them (所属街道 and 街道).
 */
export function likelyPair<Own extends Named, Other extends Named>(
  own: readonly Own[],
  other: readonly Other[],
): readonly [Own, Other] | undefined {
  for (const key of keys) {
    for (const one of own) {
      const match = other.find((column) => key(column) !== '' && key(column) === key(one))
      if (match) return [one, match]
    }
  }
  return undefined
}

const keys = [
  ({ name }: Named) => name,
  ({ title }: Named) => title.trim(),
  ({ title }: Named) => coreOf(title),
]
