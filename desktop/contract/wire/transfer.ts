const given = new WeakMap<object, readonly ArrayBuffer[]>()

/**
 * Marks buffers inside `value` as given away: a MessagePort moves them instead of copying. Use
 * neither afterwards. Ports that copy anyway take no notice.
 */
export function transfer<V extends object>(value: V, buffers: readonly ArrayBuffer[]): V {
  given.set(value, buffers)
  return value
}

export function transferOf(value: unknown): readonly ArrayBuffer[] | undefined {
  return typeof value === 'object' && value !== null ? given.get(value) : undefined
}
