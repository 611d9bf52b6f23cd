import type { DrawProgress } from '../../services/assessment/check-bank.ts'

/** How far the proving is, on stderr: one line that changes at a terminal, else a line for each item. */
export function drawProgress(stream: NodeJS.WriteStream = process.stderr) {
  const terminal = stream.isTTY
  return {
    told({ course, item, done, of }: DrawProgress): void {
      const text = `${course} ${item}：${done}/${of}`
      if (terminal) stream.write(`\r\u001B[K${text}`)
      else if (done === of) stream.write(`${text}\n`)
    },
    /** Leaves the terminal's line free for what comes. */
    end(): void {
      if (terminal) stream.write('\r\u001B[K')
    },
  }
}
