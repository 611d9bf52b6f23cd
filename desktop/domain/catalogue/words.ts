/** The words that a workbook uses for the closed sets of a descriptor. */
export type Words = Readonly<Record<string, string>>

export const sharingWords: Words = {
  unconditional: '无条件共享',
  conditional: '有条件共享',
  none: '不予共享',
}

export const cycleWords: Words = {
  realtime: '实时',
  daily: '每日',
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  yearly: '每年',
  irregular: '不定期',
  never: '不再更新',
}

export const levelWords: Words = { general: '一般数据', important: '重要数据', core: '核心数据' }

export const secrecyWords: Words = { none: '不涉密', work: '工作秘密', state: '国家秘密' }

export const personalWords: Words = {
  none: '不含个人信息',
  deidentified: '已去标识',
  unassessed: '未评估',
}

export const authorityWords: Words = {
  line: '条线内',
  departments: '跨部门',
  regions: '跨层级跨区域',
}

/** The types of Table Schema v2. */
export const typeWords: Words = {
  string: '文字',
  number: '数值',
  integer: '整数',
  boolean: '是否',
  date: '日期',
  time: '时间',
  datetime: '日期时间',
  year: '年',
  yearmonth: '年月',
  duration: '时长',
  geopoint: '地理坐标',
  geojson: '地理图形',
  object: '对象',
  array: '数组',
  list: '清单',
  any: '不限',
}
