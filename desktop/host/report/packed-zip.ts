import { deflateRawSync } from 'node:zlib'
import { storedZip } from '../workbook/stored-zip.ts'

/** A zip whose entries are compressed. */
export const packedZip = (files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> =>
  storedZip(files, (content) => deflateRawSync(content))
