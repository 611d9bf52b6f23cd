/** Words that the names of housing estates are made of; invented, like the estates. */
export const estateNames =
  '安和 翠湖 金桂 兰亭 清溪 锦绣 春晖 明月 桃源 观澜 松涛 竹韵 荷香 枫林 云栖 晴川 听雨 长乐 永福 同心 ' +
  '文华 德馨 康宁 瑞景 丰泽 望江 临河 枕水 石榴 海棠 紫藤 白鹭 青梅 玉兰 香樟 银泰 学府 建工 铁路 纺织 ' +
  '机械 粮油 百货 邮电 供销 农机 新风 胜利 团结 和平 光明 幸福 前进 东升 向阳 朝阳 曙光 星光 彩虹 凤鸣'

/** By how a place was built up: what its estates are called, and what stands in them. */
export const buildingRules = {
  /** Walk-up flats of the work units' time; a few have had a lift added. */
  old: {
    suffixes: '小区 新村 大院 里',
    dwellings: 40,
    inEstate: 6,
    firstYear: 1978,
    lastYear: 2004,
    floors: [4, 5, 6, 6, 6, 7],
    areas: [48, 58, 68, 78],
    vacant: 6,
  },
  new: {
    suffixes: '苑 家园 花园 华庭',
    dwellings: 90,
    inEstate: 8,
    firstYear: 2005,
    lastYear: 2023,
    floors: [11, 17, 18, 18, 26, 32],
    areas: [79, 89, 98, 118, 128, 143],
    vacant: 18,
  },
  town: {
    suffixes: '新村 组 里 坊',
    dwellings: 16,
    inEstate: 8,
    firstYear: 1988,
    lastYear: 2020,
    floors: [2, 2, 3, 3, 5, 6],
    areas: [96, 120, 140, 180],
    vacant: 12,
  },
} as const

/** Above this height a building is made with a lift. */
export const walkUpFloors = 7

/** Of 100 walk-ups of five floors and more in an old quarter, those that have had a lift added. */
export const liftsAdded = 9
