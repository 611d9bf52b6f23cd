import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printPage } from '../../desktop/services/papers/print-page.ts'

const page = (html: string, css = '') => printPage({ title: '课', html, css })

describe('the page that is printed', () => {
  it('lets nothing be loaded, whatever stands in it', () => {
    const made = page('<article class="sheet"><p>付款</p></article>', 'p{color:red}')
    expect(made).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src data:")
    expect(made.indexOf('Content-Security-Policy')).toBeLessThan(made.indexOf('<style>'))
    expect(made).toContain('<p>付款</p>')
  })

  it.each([
    '<script>1</script>',
    '<SCRIPT src=x>',
    '<img src="file:///etc/passwd">',
    '<iframe src="http://a">',
    '<meta http-equiv="refresh" content="0">',
    '<base href="http://a">',
    '<link rel="stylesheet" href="a">',
    '<object data="a">',
    '<embed src="a">',
    '<form action="a">',
    '<input type="file">',
    '<svg><use href="a"/></svg>',
    '<svg><image href="a"/></svg>',
    '<svg><foreignObject></foreignObject></svg>',
    '<svg><style>p{}</style></svg>',
    '<math><mi>x</mi></math>',
    '<template><p></p></template>',
    '<p><!-- x --></p>',
    '<!doctype html>',
    '<?xml?>',
    '</body><p>',
    '<p title="<script>">x</p>',
    '<scr\u0000ipt>',
  ])('refuses %s', (html) => {
    expect(() => page(html)).toThrow(expect.objectContaining({ code: 'bad_request' }))
  })

  it.each(['</style><script>', '</STYLE >', 'a{}</style'])('refuses the style %s', (css) => {
    expect(() => page('<p></p>', css)).toThrow(expect.objectContaining({ code: 'bad_request' }))
  })

  it('keeps a less-than sign that begins no element, and ranges in styles', () => {
    expect(page('<p>3 < 5</p>', '@container page (width < 30em){p{color:red}}')).toContain('3 < 5')
  })

  it('writes the title as text', () => {
    expect(printPage({ title: '</title><script>', html: '', css: '' })).not.toContain('<script>')
  })

  it('never lets a strange element through', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('script', 'iframe', 'img', 'meta'), (text, name) => {
        expect(() => page(`${text}<${name}>${text}`)).toThrow()
      }),
    )
  })
})
