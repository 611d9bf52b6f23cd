const readable = /[\p{Script=Han}\p{Script=Latin}0-9，。？！、；：“”《》（）…—·%¥℃:/.\-+\s]/u

/** The characters of a text that no voice can be trusted to read, each once, in their order. */
export function unspeakable(text: string): string[] {
  return [...new Set(text)].filter((sign) => !readable.test(sign))
}
