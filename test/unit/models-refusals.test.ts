import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ModelError } from '../../desktop/domain/statistics/regression/design.ts'
import { parseFormula } from '../../desktop/domain/statistics/regression/formula.ts'
import { fit } from './models-support.ts'

const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof ModelError) return error.why.zh
    throw error
  }
  return ''
}

describe('formulas', () => {
  test.each([
    ['y ~ x', [['x']], true],
    ['y ~ x^2 + I(z^3)', [['x^2'], ['z^3']], true],
    ['y~poly(x, 3)-1', [['x'], ['x^2'], ['x^3']], false],
    ['y ~ a*b', [['a'], ['b'], ['a', 'b']], true],
    ['y ~ a*b - a', [['b'], ['a', 'b']], true],
    ['y ~ a:b + a + 0', [['a'], ['a', 'b']], false],
    ['`办结 天数` ~ factor(`街道-编号`) + log(人口)', [['街道-编号'], ['人口']], true],
    ['y ~ 1', [], true],
  ])('%s', (text, terms, intercept) => {
    const parsed = parseFormula(text)
    if (!parsed.ok) throw new Error(parsed.why.zh)
    const written = parsed.formula.terms.map((term) =>
      term.map(({ column, power }) => (power === 1 ? column : `${column}^${power}`)),
    )
    expect(written).toEqual(terms)
    expect(parsed.formula.intercept).toBe(intercept)
  })

  test.each([
    ['', '没有写完'],
    ['y', '没有写完'],
    ['y ~', '没有写完'],
    ['y ~ x +', '没有写完'],
    ['y ~ x ~ z', '放错了地方'],
    ['y ~ system(x)', '没有“system(…)”'],
    ['y ~ x^99', '1 到 12'],
    ['y ~ x; drop', '不能有“;”'],
    ['y ~ 2', '放错了地方'],
    ['y ~ (x)', '放错了地方'],
    ['y ~ `x', '不能有“`”'],
  ])('refuses %s', (text, why) => {
    const parsed = parseFormula(text)
    expect(parsed.ok ? '' : parsed.why.zh).toContain(why)
  })

  test('whatever is typed is read or refused in words', () => {
    const piece = fc.constantFrom(
      'y',
      '~',
      'x',
      '+',
      '-',
      '*',
      ':',
      '^',
      '2',
      'I(',
      ')',
      'factor(',
      '，',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const parsed = parseFormula(pieces.join(' '))
        return parsed.ok || parsed.why.zh.length > 0
      }),
    )
  })
})

const good = 'y,x,g,c\n1,1,a,0\n2,3,b,1\n4,2,a,1\n3,5,b,0\n7,6,a,1\n6,4,b,0\n'

describe('what a model leaves out', () => {
  test('rows without a finite value are counted', () => {
    const found = fit('ols', { formula: 'y ~ x' }, `${good}NA,1,a,0\n3,,b,1\nInf,2,a,0\n`)
    expect([found.n, found.missing]).toEqual([6, 3])
  })
  test('rows of weight 0', () => {
    const found = fit('ols', { formula: 'y ~ x', weights: 'c' }, `${good}9,9,a,1\n`)
    expect([found.n, found.weightless]).toEqual([4, 3])
  })
  test('a term that is a sum of others, by name', () => {
    const text = good
      .replace(/^(\d),(\d),(.*)$/gm, '$1,$2,$3')
      .split('\n')
      .slice(1, -1)
    const rows = text.map((line) => `${line},${2 * Number(line.split(',')[1]) + 1}`)
    const found = fit('ols', { formula: 'y ~ x + z' }, ['y,x,g,c,z', ...rows].join('\n'))
    expect(found.collinear).toEqual(['z'])
    expect(found.coefficients).toHaveLength(2)
  })
})

describe('what cannot be fitted is refused in words', () => {
  test.each([
    ['ols', { formula: 'y ~ nothing' }, good, '没有“nothing”'],
    ['ols', { formula: 'g ~ x' }, good, '“g”不是数'],
    ['ols', { formula: 'y ~ log(g)' }, good, '“g”不是数'],
    ['ols', { formula: 'y ~ log(c)' }, good, '不大于 0'],
    ['ols', { formula: 'y ~ factor(x)' }, good, '行要比项多'],
    ['ols', { formula: 'y ~ x' }, 'y,x\n,1\n2,\n', '可用的行只有 0 行'],
    ['ols', { formula: 'y ~ 0' }, good, '没有可用的项'],
    ['ols', { formula: 'y ~ x', se: 'cluster' }, good, '按哪一列'],
    [
      'ols',
      { formula: 'y ~ x', se: 'cluster', cluster: 'k' },
      good
        .replace(/$/gm, ',1')
        .replace(/^y,x,g,c,1/, 'y,x,g,c,k')
        .replace(/^,1$/gm, ''),
      '只有一个群',
    ],
    ['ols', { formula: 'y ~ x', weights: 'w' }, 'y,x,w\n1,1,1\n2,2,-1\n3,1,1\n', '负数'],
    ['ols', { formula: 'y ~ g', se: 'hc3' }, 'y,g\n1,a\n2,a\n3,a\n9,b\n', 'HC3'],
    ['logit', { formula: 'y ~ x' }, good, '0 和 1 以外'],
    ['logit', { formula: 'g ~ x' }, 'g,x\na,1\nb,2\nc,3\n', '3 种值'],
    ['logit', { formula: 'c ~ x' }, 'c,x\n1,1\n1,2\n1,3\n', '只有一种值'],
    ['logit', { formula: 'c ~ x' }, 'c,x\n0,1\n0,2\n0,3\n1,4\n1,5\n1,6\n', '“x”能把结果'],
    [
      'logit',
      { formula: 'c ~ x + g' },
      'c,x,g\n0,1,a\n1,2,a\n0,3,a\n1,1,a\n0,2,a\n1,1,b\n1,2,b\n1,3,b\n',
      '“gb”能把结果',
    ],
    ['poisson', { formula: 'y ~ x' }, 'y,x\n1.5,1\n2,2\n3,4\n', '负数或小数'],
    ['poisson', { formula: 'y ~ x' }, 'y,x\n0,1\n0,2\n0,4\n', '全是 0'],
    ['poisson', { formula: 'y ~ x', exposure: 'e' }, 'y,x,e\n1,1,0\n2,2,4\n3,4,5\n', '不大于 0'],
    ['poisson', { formula: 'y ~ g' }, 'y,g\n1,a\n2,a\n3,a\n0,b\n0,b\n', '“gb”能把结果'],
  ] as const)('%s %o', (model, spec, text, why) => {
    expect(refusal(() => fit(model, spec, text))).toContain(why)
  })

  const spec = { outcome: 'y', unit: 'u', time: 't', treated: 'd', start: 2 }
  const panel = 'u,t,d,y\na,1,1,1\na,2,1,3\nb,1,0,1\nb,2,0,2\nc,1,0,2\nc,2,0,2\n'
  test.each([
    [spec, panel.replace(/^a.*\n/gm, ''), '只有一组'],
    [{ ...spec, start: 1 }, panel, '没有实施之前'],
    [{ ...spec, start: 9 }, panel, '“9”不在“t”的时期里'],
    [{ ...spec, start: undefined }, panel, '从哪一期'],
    [spec, `${panel}a,3,0,4\n`, '有时算受影响'],
    [spec, `${panel}a,2,1,4\n`, '有两行'],
    [spec, panel.replaceAll(',1,', ',maybe,'), '应该只有 0 和 1'],
    [
      { ...spec, start: undefined, start_column: 's' },
      'u,t,d,y,s\na,1,1,1,\na,2,1,3,\nb,1,0,1,\nb,2,0,2,\n',
      '没有实施时间',
    ],
    [
      { ...spec, cluster: 'k' },
      panel.replace(/$/gm, ',1').replace('y,1', 'y,k').replace(/^,1$/gm, ''),
      '只有一个群',
    ],
  ])('did %#', (one, text, why) => {
    expect(refusal(() => fit('did', one, text))).toContain(why)
  })

  test('the classic two by two is the difference of differences', () => {
    const found = fit('did', spec, panel)
    expect(found.coefficients[0]?.estimate).toBeCloseTo(3 - 1 - (2 - 1 + 2 - 2) / 2, 12)
  })
})
