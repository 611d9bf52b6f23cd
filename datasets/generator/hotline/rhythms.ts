/** When things come up: by month, weekday and hour. All weights are whole numbers, 100 is usual. */

/** January to December. */
export const seasons: Readonly<Record<string, readonly number[]>> = {
  flat: [98, 92, 102, 101, 101, 100, 100, 100, 101, 100, 102, 103],
  summer: [70, 72, 86, 98, 116, 132, 136, 130, 112, 96, 80, 72],
  winter: [134, 122, 102, 90, 84, 82, 82, 84, 90, 98, 112, 130],
  heat: [104, 86, 74, 78, 92, 118, 160, 164, 108, 78, 78, 96],
  freeze: [190, 120, 84, 82, 88, 96, 108, 108, 92, 84, 88, 138],
  heating: [230, 190, 130, 12, 4, 4, 4, 4, 8, 70, 270, 274],
  rain: [74, 80, 100, 112, 118, 136, 138, 118, 100, 82, 74, 68],
  flood: [16, 24, 60, 96, 140, 236, 260, 196, 90, 40, 22, 16],
  newyear: [132, 104, 112, 100, 92, 94, 92, 90, 96, 90, 96, 102],
  wage: [210, 96, 78, 74, 76, 84, 80, 82, 90, 88, 102, 140],
  school: [84, 92, 96, 100, 112, 150, 168, 180, 104, 72, 70, 72],
  shopping: [104, 84, 94, 88, 90, 120, 92, 88, 92, 94, 146, 118],
}

/** A weight of a season or an event, when there is only so much of the seasons: 1 all, 0 none. */
export function inStrength(weight: number, strength: number): number {
  return Math.round(100 + strength * (weight - 100))
}

/** Monday to Sunday, then what is left of a working day on a public holiday, in %. */
export const weeks: Readonly<Record<string, readonly number[]>> = {
  office: [132, 120, 114, 110, 104, 64, 56, 46],
  daily: [109, 103, 101, 100, 100, 96, 91, 82],
  evening: [98, 97, 97, 98, 104, 106, 100, 98],
  night: [98, 98, 98, 99, 101, 105, 101, 92],
}

/** 0 to 23 o'clock. */
export const hours: Readonly<Record<string, readonly number[]>> = {
  office: [
    2, 1, 1, 1, 1, 3, 10, 40, 118, 176, 170, 120, 58, 78, 142, 158, 140, 92, 44, 30, 22, 16, 8, 4,
  ],
  daily: [
    8, 5, 4, 4, 5, 12, 34, 74, 118, 138, 134, 108, 78, 82, 108, 116, 112, 100, 84, 72, 60, 44, 26,
    14,
  ],
  evening: [
    20, 10, 6, 5, 5, 10, 26, 48, 70, 78, 76, 68, 60, 58, 64, 70, 76, 92, 124, 150, 154, 126, 76, 40,
  ],
  night: [
    92, 66, 44, 34, 34, 52, 66, 62, 60, 58, 54, 62, 74, 60, 54, 54, 58, 64, 76, 88, 104, 128, 144,
    122,
  ],
}

/** Days when one matter came up far more than its season explains, in % of that season. */
export const events: readonly {
  readonly subcategory: string
  readonly first: string
  readonly last: string
  readonly percent: number
}[] = [
  // A cold wave: frozen pipes, cold rooms.
  { subcategory: '供水', first: '2023-12-16', last: '2023-12-23', percent: 420 },
  { subcategory: '供暖', first: '2023-12-16', last: '2023-12-22', percent: 210 },
  // Three days of rainstorm and what it left behind.
  { subcategory: '道路积水', first: '2024-07-09', last: '2024-07-12', percent: 1400 },
  { subcategory: '房屋漏水', first: '2024-07-09', last: '2024-07-19', percent: 380 },
  { subcategory: '道路破损', first: '2024-07-11', last: '2024-07-25', percent: 210 },
  // A chain of gyms closed down.
  { subcategory: '预付卡退费', first: '2025-03-10', last: '2025-03-28', percent: 520 },
  // A hot spell with power cuts.
  { subcategory: '供电', first: '2025-08-02', last: '2025-08-09', percent: 330 },
]

/** How the calls came in, in % of the year. */
export const channels: readonly {
  readonly channel: string
  readonly weights: Readonly<Record<number, number>>
}[] = [
  { channel: '电话', weights: { 2023: 74, 2024: 69, 2025: 63 } },
  { channel: '小程序', weights: { 2023: 11, 2024: 16, 2025: 22 } },
  { channel: '移动应用', weights: { 2023: 6, 2024: 7, 2025: 8 } },
  { channel: '网站', weights: { 2023: 6, 2024: 5, 2025: 4 } },
  { channel: '来信来访', weights: { 2023: 3, 2024: 3, 2025: 3 } },
]
