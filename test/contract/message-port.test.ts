import { expect, expectTypeOf, test } from 'vitest'
import type { EventPort } from '../../desktop/contract/wire/message-port.ts'
import { transfer } from '../../desktop/contract/wire/transfer.ts'
import { openThread } from './links.ts'
import { contractSuite } from './peer-suite.ts'

const { shared } = contractSuite('MessagePort', openThread)

test('buffers that are given away move, others stay', async () => {
  const given = new Uint8Array([1, 2, 3])
  const kept = new Uint8Array([4, 5])
  const input = transfer({ parts: [given, kept] }, [given.buffer])
  expect((await shared().client.call('sum', input)).sums).toEqual([6, 9])
  expect([given.byteLength, kept.byteLength]).toEqual([0, 2])
})

test('a browser’s port fits', () => {
  expectTypeOf<MessagePort>().toExtend<EventPort>()
})
