import { expectTypeOf, test } from 'vitest'
import type { SocketLike } from '../../desktop/contract/wire/web-socket.ts'
import { openWebSocket } from './links.ts'
import { contractSuite } from './peer-suite.ts'

contractSuite('WebSocket', openWebSocket)

test('a browser’s socket fits', () => {
  expectTypeOf<WebSocket>().toExtend<SocketLike>()
})
