/** Which of a computer's networks a class is opened on, and who on them may come. IPv4 only. */

/** One address of a network card, as the system lists it. */
export interface NetworkCard {
  readonly card: string
  readonly address: string
  readonly netmask: string
  /** Leads nowhere but to this computer. */
  readonly internal: boolean
}

type Network = Omit<NetworkCard, 'internal'>

const virtual =
  /docker|veth|vbox|virtualbox|vmnet|vmware|virbr|^br-|vethernet|wsl|tun|tap|tailscale|zerotier|loopback|bluetooth/i
const wireless = /wlan|wlp|wlx|wi-?fi|无线|ath\d|^en0$/i

/**
 * The networks to open a class on, the likeliest first: private addresses of real cards. Only where
 * there is none of these: those of virtual cards, and then public ones, which some schools still have.
 */
export function classNetworks(cards: readonly NetworkCard[]): Network[] {
  const outward = cards.filter(({ internal }) => !internal)
  const inside = outward.filter(({ address }) => isPrivate(address))
  const real = inside.filter(({ card }) => !virtual.test(card))
  const chosen = [real, inside, outward].find((some) => some.length > 0) ?? []
  return chosen
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ card, address, netmask }) => ({ card, address, netmask }))
}

/** Wi-Fi before cables, both before an address that the card gave itself for want of a router. */
function rank({ card, address }: NetworkCard): number {
  if (inRange(address, '169.254.0.0', 16)) return 2
  return wireless.test(card) ? 0 : 1
}

/** Whether a call from this address comes out of the network: from the same subnet, or a private one beside it. */
export function isNear({ address, netmask }: Omit<Network, 'card'>, remote: string): boolean {
  const [own, mask, other] = [numberOf(address), numberOf(netmask), numberOf(remote)]
  if (own === undefined || mask === undefined || other === undefined) return false
  if ((own & mask) === (other & mask)) return true
  return isPrivate(address) && isPrivate(remote)
}

/** RFC 1918, and RFC 3927's link-local addresses. */
function isPrivate(address: string): boolean {
  return (
    inRange(address, '10.0.0.0', 8) ||
    inRange(address, '172.16.0.0', 12) ||
    inRange(address, '192.168.0.0', 16) ||
    inRange(address, '169.254.0.0', 16)
  )
}

function inRange(address: string, first: string, bits: number): boolean {
  const [one, other] = [numberOf(address), numberOf(first)]
  return one !== undefined && other !== undefined && one >>> (32 - bits) === other >>> (32 - bits)
}

/** An IPv4 address as a number; nothing where it is none. */
function numberOf(address: string): number | undefined {
  const parts = address.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) {
    return undefined
  }
  return parts.reduce((number, part) => ((number << 8) | Number(part)) >>> 0, 0)
}
