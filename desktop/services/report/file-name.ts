import { beijingDay } from './moment.ts'

/** Marks that a file's name may not hold on one system or another, and control characters. */
const forbidden = /[\\/:*?"<>|\p{Cc}]+/gu

/** `老龄化与数字鸿沟 2026-11-23`, without an ending. */
export function baseName(title: string, made: Date | undefined): string {
  const plain = title.replaceAll(forbidden, ' ').replace(/^[.\s]+|[.\s]+$/g, '')
  const short = Array.from(plain).slice(0, 60).join('').trim()
  const day = made ? ` ${beijingDay(made)}` : ''
  return (short === '' ? '分析报告' : short) + day
}
