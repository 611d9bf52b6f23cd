import { describe, expect, it } from 'vitest'
import { lockAddress } from '../../desktop/journal/lock.ts'

const long = '/home/' + '很长的目录/'.repeat(100)

describe('the address of the lock', () => {
  it('fills the field of an abstract name on Linux, whatever the path', () => {
    for (const path of ['/a', long]) {
      const address = lockAddress(path, 'linux')
      expect(Buffer.byteLength(address)).toBe(108)
      expect(address.startsWith('\0zhizhi-')).toBe(true)
    }
  })

  it('is a named pipe on Windows and a short path elsewhere', () => {
    expect(lockAddress(long, 'win32')).toMatch(/^\\\\\.\\pipe\\zhizhi-[0-9a-f]{40}$/)
    expect(lockAddress(long, 'darwin')).toMatch(/[\\/]zhizhi-[0-9a-f]{40}\.sock$/)
  })

  it('differs from workspace to workspace', () => {
    expect(lockAddress('/a', 'linux')).not.toBe(lockAddress('/b', 'linux'))
  })
})
