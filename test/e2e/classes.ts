import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { appTable } from '../../desktop/contract/procedures.ts'
import { connect } from '../../desktop/contract/wire/client.ts'
import { webSocketPort } from '../../desktop/contract/wire/web-socket.ts'

/** A class with an open session, made as another window would make it; its id. */
export async function openClass(page: Page, names: readonly string[]): Promise<string> {
  const { origin, host } = new URL(page.url())
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const port = webSocketPort(new WebSocket(`ws://${host}/rpc`, { origin, headers: { cookie } }))
  const client = connect(port, appTable)
  const { id } = await client.call('class.make', { title: '周二上午班' })
  const pictures = ['plum', 'pine', 'moon', 'bamboo', 'sun']
  const added = names.map((name, at) => ({ name, picture: pictures[at % 5] ?? 'plum' }))
  await client.call('class.enrol', { class: id, known: [], added })
  const lesson = { course: 'b4-payment', lesson: '02-show-your-code' }
  await client.call('session.begin', { class: id, ...lesson })
  port.close()
  return id
}
