import type { ErrorParams } from './errors.ts'

/** Why a notebook's file cannot be read. */
export const unreadable = ({ reason }: ErrorParams) =>
  reason === 'too_large'
    ? { zh: '它太大了，笔记最多 2 MB', en: 'it is too large; a notebook has at most 2 MB' }
    : { zh: '它不是 UTF-8 编码的文字', en: 'it is not text in UTF-8' }

/** Why a disk did not take a file. */
export function writeReason({ reason }: ErrorParams) {
  if (reason === 'full') return { zh: '磁盘满了', en: 'the disk is full' }
  if (reason === 'denied') return { zh: '这个位置不许写入', en: 'writing there is not allowed' }
  if (reason === 'missing') return { zh: '文件夹不存在', en: 'the folder does not exist' }
  return { zh: '磁盘出错', en: 'the disk failed' }
}
