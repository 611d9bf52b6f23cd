import { messages } from '../../../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    exits: (title: string) => `导出这张图：${title}`,
    png: '存为图片（PNG）',
    pngHint: '带标题、来源和日期，可以放进文档和幻灯片',
    svg: '存为矢量图（SVG）',
    svgHint: '放大不模糊，适合印刷',
    copy: '复制图片',
    copyHint: '直接粘贴到文档里',
    data: '图里的数据',
    csv: '存为 CSV',
    xlsx: '存为 Excel',
    leaving: '正在准备导出……',
    saved: (name: string) => `已导出 ${name}`,
    copied: '图片已复制，可以粘贴了',
  },
  en: {
    exits: (title) => `Export this chart: ${title}`,
    png: 'Save as a picture (PNG)',
    pngHint: 'With title, source and date, for documents and slides',
    svg: 'Save as vector graphics (SVG)',
    svgHint: 'Stays sharp at any size',
    copy: 'Copy the picture',
    copyHint: 'To be pasted into a document',
    data: 'The numbers shown',
    csv: 'Save as CSV',
    xlsx: 'Save as Excel',
    leaving: 'Preparing…',
    saved: (name) => `Saved ${name}`,
    copied: 'The picture is on the clipboard',
  },
})
