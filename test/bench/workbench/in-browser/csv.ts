const BATCH = 16_384

/** The lines of a CSV file without quotes, in batches of fields; the head is left out. */
export async function* csvRows(address: string): AsyncGenerator<readonly string[][]> {
  const response = await fetch(address)
  if (!response.body) throw new Error(address)
  let rest = ''
  let head = true
  let rows: string[][] = []
  const texts = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let part = await texts.read(); !part.done; part = await texts.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of head ? lines.slice(1) : lines) rows.push(line.split(','))
    if (lines.length > 0) head = false
    if (rows.length < BATCH) continue
    yield rows
    rows = []
  }
  yield rest === '' ? rows : [...rows, rest.split(',')]
}
