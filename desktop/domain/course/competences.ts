import type { Titles } from './titles.ts'

/**
 * DigComp 2.2, the European Digital Competence Framework for Citizens (JRC128415, 2022): the names
 * of its 21 competences; the Chinese is ours.
 */
const digComp: Readonly<Record<string, Titles>> = {
  '1.1': {
    zh: '浏览、搜索和筛选数据、信息与数字内容',
    en: 'Browsing, searching and filtering data, information and digital content',
  },
  '1.2': { zh: '评价数据、信息与数字内容', en: 'Evaluating data, information and digital content' },
  '1.3': { zh: '管理数据、信息与数字内容', en: 'Managing data, information and digital content' },
  '2.1': { zh: '用数字技术交流', en: 'Interacting through digital technologies' },
  '2.2': { zh: '用数字技术分享', en: 'Sharing through digital technologies' },
  '2.3': { zh: '用数字技术参与公共事务', en: 'Engaging citizenship through digital technologies' },
  '2.4': { zh: '用数字技术协作', en: 'Collaborating through digital technologies' },
  '2.5': { zh: '网络礼仪', en: 'Netiquette' },
  '2.6': { zh: '管理数字身份', en: 'Managing digital identity' },
  '3.1': { zh: '制作数字内容', en: 'Developing digital content' },
  '3.2': { zh: '整合与再加工数字内容', en: 'Integrating and re-elaborating digital content' },
  '3.3': { zh: '版权与许可', en: 'Copyright and licences' },
  '3.4': { zh: '编程', en: 'Programming' },
  '4.1': { zh: '保护设备', en: 'Protecting devices' },
  '4.2': { zh: '保护个人数据与隐私', en: 'Protecting personal data and privacy' },
  '4.3': { zh: '保护健康与福祉', en: 'Protecting health and well-being' },
  '4.4': { zh: '保护环境', en: 'Protecting the environment' },
  '5.1': { zh: '解决技术问题', en: 'Solving technical problems' },
  '5.2': { zh: '识别需要并找到技术办法', en: 'Identifying needs and technological responses' },
  '5.3': { zh: '创造性地使用数字技术', en: 'Creatively using digital technology' },
  '5.4': { zh: '发现自己的数字能力差距', en: 'Identifying digital competence gaps' },
}

/** DB32/T 5308-2025 (Jiangsu): the five fields of digital competence of public staff. */
const jiangsu: Readonly<Record<string, Titles>> = {
  '①': { zh: '认知思维', en: 'awareness and thinking' },
  '②': { zh: '管理协作', en: 'management and collaboration' },
  '③': { zh: '开发利用', en: 'development and use' },
  '④': { zh: '治理创新', en: 'innovation in governance' },
  '⑤': { zh: '安全伦理', en: 'security and ethics' },
}

/** 国办发〔2020〕45号: everyday life in which elderly people meet digital services. */
const lifeAreas: Readonly<Record<string, string>> = {
  出行: 'getting about',
  就医: 'seeing a doctor',
  消费: 'shopping and paying',
  文体: 'culture and sport',
  办事: 'public services',
}

export interface Competence {
  readonly code: string
  readonly name: Titles
}

/** A competence by the code that courses write (`DigComp-1.3`, `江苏-③`, `国办发〔2020〕45号-消费`). */
export function competence(code: string): Competence | undefined {
  const [, frame, part = ''] = /^(DigComp|江苏|国办发〔2020〕45号)-(.+)$/.exec(code) ?? []
  if (frame === 'DigComp') return named(code, own(digComp, part))
  if (frame === '江苏') return named(code, own(jiangsu, part))
  const english = frame === undefined ? undefined : own(lifeAreas, part)
  return english === undefined ? undefined : { code, name: { zh: part, en: english } }
}

const named = (code: string, name: Titles | undefined): Competence | undefined =>
  name && { code, name }

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined
