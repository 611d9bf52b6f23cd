/** The first sign of each letter's part in the order of 拼音. */
const firsts: readonly (readonly [letter: string, sign: string])[] = [
  ...([
    ['a', '阿'],
    ['b', '八'],
    ['c', '嚓'],
    ['d', '哒'],
    ['e', '妸'],
    ['f', '发'],
  ] as const),
  ...([
    ['g', '旮'],
    ['h', '哈'],
    ['j', '讥'],
    ['k', '咔'],
    ['l', '垃'],
    ['m', '妈'],
  ] as const),
  ...([
    ['n', '拏'],
    ['o', '噢'],
    ['p', '妑'],
    ['q', '七'],
    ['r', '呥'],
    ['s', '扨'],
  ] as const),
  ...([
    ['t', '它'],
    ['w', '穵'],
    ['x', '夕'],
    ['y', '丫'],
    ['z', '帀'],
  ] as const),
]

/** Signs that names read otherwise than the dictionary begins: either letter finds them. */
const alsoRead: Readonly<Record<string, string>> = {
  ...{ 曾: 'z', 覃: 'q', 单: 's', 仇: 'q', 解: 'x', 区: 'o', 查: 'z', 翟: 'z', 尉: 'y', 乐: 'y' },
  ...{ 缪: 'm', 盖: 'g', 长: 'z', 重: 'c', 行: 'x', 盛: 's', 召: 's', 种: 'c', 折: 's', 车: 'j' },
}

const collator = new Intl.Collator('zh-CN-u-co-pinyin')

/** The letters with which the 拼音 of a sign may begin; a Latin letter is its own. */
function lettersOf(sign: string): string {
  if (!/\p{Script=Han}/u.test(sign)) return sign.toLowerCase()
  const letter = firsts.findLast(([, first]) => collator.compare(sign, first) >= 0)?.[0] ?? ''
  return letter + (alsoRead[sign] ?? '')
}

/**
 * Whether what was typed finds a word: a part of it as it is written, or the first letters of its
 * 拼音 from any sign on (`wxl` and `xl` find 王秀兰). Spaces, dots and the marks of an input method
 * count for nothing.
 */
export function finds(typed: string, word: string): boolean {
  const wanted = bare(typed)
  const written = bare(word)
  if (wanted === '' || written.includes(wanted)) return true
  if (!/^[a-z]+$/.test(wanted)) return false
  const signs = Array.from(written, lettersOf)
  return signs.some((_, from) =>
    Array.from(wanted).every((letter, at) => signs[from + at]?.includes(letter)),
  )
}

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·.'’]/g, '')
