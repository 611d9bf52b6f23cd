import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Socket, Wire } from '../../desktop/renderer/features/phone-class/wire.ts'

class FakeSocket implements Socket {
  readonly sent: string[] = []
  closed = false
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null

  send(data: string): void {
    this.sent.push(data)
  }

  close(): void {
    this.closed = true
  }

  opens(): void {
    this.onopen?.call(this as unknown as WebSocket, new Event('open'))
  }

  says(data: string): void {
    this.onmessage?.call(this as unknown as WebSocket, new MessageEvent('message', { data }))
  }

  breaks(): void {
    this.onclose?.call(this as unknown as WebSocket, new Event('close') as CloseEvent)
  }
}

const setUp = () => {
  const sockets: FakeSocket[] = []
  const ononline = vi.fn()
  const onmessage = vi.fn()
  const open = () => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket
  }
  const wire = new Wire(open, { ononline, onmessage })
  const last = () => sockets[sockets.length - 1] ?? new FakeSocket()
  return { wire, sockets, last, ononline, onmessage }
}

describe('the wire of a learner’s phone', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('comes back after each break, later and later, and at once when it is hurried', () => {
    const { wire, sockets, last } = setUp()
    wire.connect()
    for (const wait of [500, 1000, 2000, 4000, 5000, 5000]) {
      const before = sockets.length
      last().breaks()
      vi.advanceTimersByTime(wait - 1)
      expect(sockets).toHaveLength(before)
      vi.advanceTimersByTime(1)
      expect(sockets).toHaveLength(before + 1)
    }
    last().breaks()
    wire.hurry(false)
    expect(sockets).toHaveLength(8)
    last().opens()
    wire.hurry(false)
    expect(sockets).toHaveLength(8)
    wire.hurry(true)
    expect(sockets).toHaveLength(9)
    expect(sockets[7]?.closed).toBe(true)
  })

  it('hears what is a message and nothing else; a word of the host makes the pauses short again', () => {
    const { wire, sockets, last, onmessage } = setUp()
    wire.connect()
    last().breaks()
    vi.advanceTimersByTime(500)
    last().opens()
    for (const noise of ['', 'null', '{"kind":"shutdown"}', '{"kind":"kept"}', '[]']) {
      last().says(noise)
    }
    expect(onmessage).not.toHaveBeenCalled()
    last().says('{"kind":"kept","run":"r1"}')
    expect(onmessage).toHaveBeenCalledWith({ kind: 'kept', run: 'r1' })
    last().breaks()
    vi.advanceTimersByTime(500)
    expect(sockets).toHaveLength(3)
  })

  it('sends only while the line is open, and stays closed once it is settled or ended', () => {
    const { wire, sockets, last, ononline } = setUp()
    wire.connect()
    wire.send({ kind: 'leave' })
    last().opens()
    wire.send({ kind: 'leave' })
    expect(last().sent).toEqual(['{"kind":"leave"}'])
    wire.settle()
    last().breaks()
    vi.advanceTimersByTime(60_000)
    expect(sockets).toHaveLength(1)
    expect(ononline.mock.calls).toEqual([[true], [false]])
    wire.end()
    expect(sockets).toHaveLength(1)
  })
})
