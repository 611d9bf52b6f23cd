import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainMarkdown } from '../../desktop/domain/speech/plain-markdown.ts'
import { sentenceKey, sentencesOf } from '../../desktop/domain/speech/sentences.ts'

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['先看名字。再看钱数！对吗？', ['先看名字。', '再看钱数！', '对吗？']],
    ['她说：“好！”然后走了。', ['她说：“好！”', '然后走了。']],
    ['看一看（不急。）再点。', ['看一看（不急。）', '再点。']],
    ['约 3.5 元，8:30 开门。', ['约 3.5 元，8:30 开门。']],
    ['真的？！……等等', ['真的？！……', '等等']],
    ['一；二。', ['一；', '二。']],
    ['第一行\n第二行', ['第一行\n', '第二行']],
    ['Press OK. Then go.', ['Press OK. ', 'Then go.']],
    ['v1.2 是 a.example 的', ['v1.2 是 a.example 的']],
    ['好。 \n 走。', ['好。 \n ', '走。']],
    ['“先看。”“再点。”', ['“先看。”', '“再点。”']],
    ['他说 "好。" 走', ['他说 "好。" ', '走']],
    ['……好的。', ['……好的。']],
    ['好。。。', ['好。。。']],
    ['', []],
    ['。', ['。']],
  ])('of %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences)
  })

  const signs = '你 好 。 ！ ？ ； … ” ’ 」 ） " \' \n . 3 : 8 a ， “ （ 12.50'.split(' ')
  const writing = fc
    .array(fc.constantFrom(...signs, ' ', 'Ok. '), { maxLength: 30 })
    .map((written) => written.join(''))
  it('lose nothing and leave no gap', () => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(cut(text).join('')).toBe(text)
        for (const sentence of cut(text)) expect(sentence).not.toBe('')
      }),
    )
  })
  it('have a word in them, unless there is none at all', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const sentences = cut(text)
        const silent = sentences.filter((sentence) => !/[\p{L}\p{N}]/u.test(sentence))
        expect(silent.length === 0 || sentences.length === 1).toBe(true)
      }),
    )
  })
  it('are the same to a listener whatever their spaces', () => {
    expect(sentenceKey(' 12 元 5 角\n')).toBe(sentenceKey('12元5角'))
  })
})

describe('Markdown', () => {
  it('is read as its learner sees it', () => {
    const text =
      '## 先看**名字。**再付\n\n一段[链接](#/a)和`代码`，\n还是这一段。\n\n- 一\n- **二**\n\n```sql\nSELECT 1\n```\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n> 引'
    expect(plainMarkdown(text).split('\n')).toEqual([
      ...['先看名字。再付', '一段链接和代码， 还是这一段。', '一', '二', '甲，乙', '1，2', '引'],
    ])
  })
})
