import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { appTable } from '../../desktop/contract/procedures.ts'
import { connect } from '../../desktop/contract/wire/client.ts'
import { webSocketPort } from '../../desktop/contract/wire/web-socket.ts'

/** What another window of the same app calls; to be closed. */
export async function otherWindow(page: Page) {
  const { origin, host } = new URL(page.url())
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const port = webSocketPort(new WebSocket(`ws://${host}/rpc`, { origin, headers: { cookie } }))
  return { client: connect(port, appTable), close: () => port.close() }
}

/** A class with an open session, made as another window would make it; its id. */
export async function openClass(page: Page, names: readonly string[]): Promise<string> {
  const { client, close } = await otherWindow(page)
  const { id } = await client.call('class.make', { title: '周二上午班' })
  const pictures = ['plum', 'pine', 'moon', 'bamboo', 'sun']
  const added = names.map((name, at) => ({ name, picture: pictures[at % 5] ?? 'plum' }))
  await client.call('class.enrol', { class: id, known: [], added })
  const lesson = { course: 'b4-payment', lesson: '02-show-your-code' }
  await client.call('session.begin', { class: id, ...lesson })
  close()
  return id
}
