/** What decides between the two hosts, gathered by `facts.ts`. */
export interface HostFacts {
  readonly asked: 'web' | 'electron' | undefined
  readonly display: boolean
  readonly binary: boolean
  /** Where the binary would come from; asked only where it is missing. */
  readonly mirror: string
  answers(mirror: string): Promise<boolean>
}

export interface Choice {
  readonly host: 'electron' | 'web'
  readonly fetchFirst: boolean
  /** One line for the user: which and why. */
  readonly why: string
}

/** Electron where it can run, the web host everywhere else. */
export async function chooseHost(facts: HostFacts): Promise<Choice> {
  const web = (why: string): Choice => ({ host: 'web', fetchFirst: false, why: `网页版：${why}` })
  if (facts.asked === 'web') return web('按 --web 的要求')
  if (!facts.display) return web('这台机器没有图形桌面，打不开窗口')
  if (facts.binary) return { host: 'electron', fetchFirst: false, why: '桌面版：Electron 已在本机' }
  if (await facts.answers(facts.mirror)) {
    return {
      host: 'electron',
      fetchFirst: true,
      why: `桌面版：先从 ${facts.mirror} 取一次 Electron`,
    }
  }
  return web(`本机没有 Electron，下载处 ${facts.mirror} 三秒内没有回应`)
}
