/** What is only known once a file is written. */
export interface Seal {
  readonly path: string
  readonly rows: number
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

interface Descriptor {
  readonly resources: readonly { readonly path: string }[]
}

/**
 * The text of a `datapackage.json` with rows, bytes and hash of its resources as the files now are.
 * The rest stays as its author wrote it.
 */
export function sealed(text: string, seals: readonly Seal[]): string {
  const descriptor = JSON.parse(text) as Descriptor
  const resources = descriptor.resources.map((resource) => {
    const seal = seals.find(({ path }) => path === resource.path)
    if (!seal) return resource
    return { ...resource, bytes: seal.bytes, hash: `sha256:${seal.sha256}`, rows: seal.rows }
  })
  return `${JSON.stringify({ ...descriptor, resources }, null, 2)}\n`
}
