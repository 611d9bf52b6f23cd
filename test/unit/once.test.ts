import { expect, it } from 'vitest'
import { once } from '../../desktop/renderer/app/once.ts'

it('work that goes on is not begun again, and can be once it has ended, well or not', async () => {
  const begun: string[] = []
  let end: (() => void) | undefined
  let fail: ((error: Error) => void) | undefined
  const press = once((what: string) => {
    begun.push(what)
    return new Promise<void>((resolve, reject) => {
      end = resolve
      fail = reject
    })
  })
  const first = press('a')
  await press('b')
  expect(begun).toEqual(['a'])
  end?.()
  await first
  const second = press('c')
  fail?.(new Error('no'))
  await expect(second).rejects.toThrow('no')
  void press('d')
  expect(begun).toEqual(['a', 'c', 'd'])
})
