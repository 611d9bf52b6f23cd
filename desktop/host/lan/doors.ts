import { networkInterfaces } from 'node:os'
import { ZhizhiError } from '../../contract/errors.ts'
import { classNetworks, type NetworkCard } from '../../domain/classroom/lan/networks.ts'
import type { Door, Doors } from '../../services/classroom/lan/ports.ts'
import { type LanLimits, usualLimits } from './limits.ts'
import { readPageFiles } from './page-files.ts'
import { LanServer } from './server.ts'

interface Options {
  /** The folder of the built renderer. */
  readonly renderer: string
  readonly cards?: () => readonly NetworkCard[]
  readonly limits?: LanLimits
  readonly usualPort?: number
}

/** One port for every class, so that an administrator has to open it once only. */
const usualPort = 7420

/** Opens classes on this computer's own networks; on each of its addresses, and on no other. */
export function createDoors(options: Options): Doors {
  const { renderer, cards = systemCards, limits = usualLimits } = options
  return {
    async open(port, take) {
      const networks = classNetworks(cards())
      if (networks.length === 0) throw new ZhizhiError('lan_no_network')
      const files = await readPageFiles(renderer)
      const servers = networks.map((network) => new LanServer({ network, files, limits, take }))
      const taken = await listenOn(servers, port === 0 ? (options.usualPort ?? usualPort) : port)
      if (taken && port !== 0) throw new ZhizhiError('port_in_use', { port })
      if (taken && (await listenOn(servers, 0))) throw new ZhizhiError('port_in_use', { port })
      return doorOf(servers)
    },
  }
}

function doorOf(servers: readonly LanServer[]): Door {
  return {
    port: servers[0]?.place.port ?? 0,
    program: process.execPath,
    addresses: servers.map(({ place, network }) => ({
      url: `http://${place.address}:${place.port}/`,
      network: network.card,
    })),
    async close() {
      await Promise.all(servers.map((server) => server.close()))
    },
  }
}

/** Whether the port, the same on every address, is taken on one; then none of them listens. */
async function listenOn(servers: readonly LanServer[], port: number): Promise<boolean> {
  let same = port
  try {
    for (const server of servers) same = await server.listen(same)
    return false
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()))
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return true
    throw error
  }
}

function systemCards(): NetworkCard[] {
  return Object.entries(networkInterfaces()).flatMap(([card, addresses = []]) =>
    addresses
      .filter(({ family }) => family === 'IPv4')
      .map(({ address, netmask, internal }) => ({ card, address, netmask, internal })),
  )
}
