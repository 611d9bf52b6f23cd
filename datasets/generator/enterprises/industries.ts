/**
 * Sections of GB/T 4754-2017 that enterprises belong to, with the words that their names end in.
 * `old new town`: of 1,000 enterprises in such a place; assumed.
 */
const table = `
code industry old new town words
A 农、林、牧、渔业 3 4 260 种植 养殖 果蔬 茶业 苗木 农机服务
B 采矿业 0 0 9 石料 矿业
C 制造业 62 84 130 机械制造 电子 纺织 食品 包装 家具
D 电力、热力、燃气及水生产和供应业 3 4 6 热力 光伏电力 供水
E 建筑业 60 74 70 建筑工程 装饰工程 劳务 园林工程
F 批发和零售业 402 318 262 商贸 百货 建材 医药连锁 日用品 电子商务
G 交通运输、仓储和邮政业 38 40 44 物流 货运 快递 仓储
H 住宿和餐饮业 92 52 56 餐饮管理 酒店 民宿 饮品
I 信息传输、软件和信息技术服务业 32 86 8 软件 网络科技 数据服务 信息技术
J 金融业 6 7 2 融资担保 小额贷款
K 房地产业 38 46 14 物业服务 房地产经纪 置业
L 租赁和商务服务业 112 132 52 企业管理 广告传媒 人力资源 会展 汽车租赁
M 科学研究和技术服务业 40 78 18 检测技术 工程设计 生物科技 环保科技
N 水利、环境和公共设施管理业 6 6 12 环境服务 园林养护
O 居民服务、修理和其他服务业 52 32 30 家政服务 汽车维修 养老服务 洗染
P 教育 18 14 8 教育咨询 托育 艺术培训
Q 卫生和社会工作 12 9 8 诊所管理 口腔医疗 康复护理
R 文化、体育和娱乐业 24 24 11 文化传播 健身 影视文化 文创
`

interface Industry {
  readonly code: string
  readonly industry: string
  readonly old: number
  readonly new: number
  readonly town: number
  readonly words: readonly string[]
}

export const industries: readonly Industry[] = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [code = '', industry = '', old, fresh, town, ...words] = line.split(' ')
    return { code, industry, old: Number(old), new: Number(fresh), town: Number(town), words }
  })

/** Names are made of one character of each; 40 × 40 × 30 differ. */
export const nameCharacters = [
  '安宁晟博诚达德鼎东方丰福冠广海瀚和恒鸿华汇惠吉嘉健金锦景凯康朗乐丽联隆茂铭南欧鹏',
  '保昌辰成创春丰枫光贵海航浩禾弘焕辉纪佳建杰晋巨君开科宽澜雷利林龙明沐宁鹏祺千庆荣',
  '安邦昌晨达德发丰福冠光海和恒宏华汇康隆茂祥欣信兴旭轩雅优源泽',
] as const
