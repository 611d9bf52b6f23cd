/** What a form asks for. */
export interface Ask {
  readonly base: string
  /** Its place among its base's, as forms usually have them. */
  readonly place: number
  /** The standard data element, where the dictionary has it. */
  readonly element: string | null
  /** How it stands on the forms: one of these. */
  readonly words: readonly string[]
}

/** Elements that the shared databases hold, by base, each with the words that forms use for it. */
const heldText = `
人 姓名 姓名|本人姓名|人员姓名
人 公民身份号码 身份证号|证件号码|公民身份号码
人 性别 性别
人 出生日期 出生年月|出生日期
人 民族 民族
人 移动电话号码 手机号码|联系电话|联系方式
人 现住址 家庭住址|现居住地址|住址
人 户籍地址 户籍地址|户口所在地
人 学历 文化程度|学历
人 婚姻状况 婚姻状况|婚姻
人 与户主关系 与户主关系
人 人户状况 人口类型|户籍状况
房 房屋地址 房屋地址|房屋坐落
房 小区名称 小区名称|所在小区
房 楼栋号 楼栋号|幢号
房 单元号 单元
房 室号 门牌室号|房号
房 建筑面积 建筑面积|房屋面积
房 房屋用途 房屋用途|用途
房 产权性质 产权性质|产权类型
房 建成年份 建成年份|建造年代
房 总楼层数 总层数|楼层数
房 有无电梯 有无电梯
企 企业名称 企业名称|单位名称|商户名称
企 统一社会信用代码 统一社会信用代码|信用代码|营业执照号
企 法定代表人 法定代表人|负责人姓名|经营者
企 住所 注册地址|经营地址
企 企业类型 企业类型|单位类型
企 行业门类 行业类别|所属行业
企 成立日期 成立日期|注册日期
企 注册资本 注册资本
企 登记状态 经营状态|登记状态
企 经营范围 经营范围|主营业务
企 营业期限止 营业期限|有效期至
事 工单编号 事项编号|工单编号
事 受理时间 受理时间|发生时间
事 来源渠道 来源|来源渠道
事 诉求大类 事项类别|问题大类
事 诉求小类 问题小类|具体类别
事 事发地址 发生地点|事发地址
事 承办单位 办理单位|责任单位
事 办理期限 办理期限|应办结时间
事 办理状态 办理状态|处理状态
事 办结时间 办结时间
事 是否满意 满意情况|是否满意
地 区县名称 所属区
地 街道（乡镇）名称 街道（镇）|所属街道
地 社区（村）名称 社区（村）名称|社区名称
地 社区（村）代码 社区代码
地 网格编号 网格编号|所属网格
地 网格名称 网格名称
地 地名 点位名称|场所名称
地 地址 详细地址|地址
地 面积 辖区面积|面积
地 人口数 常住人口数|人口数
地 户数 总户数|户数
`

/** What no shared database holds; a slash and an element where the dictionary knows it all the same. */
const ownText = `
人 走访时间 走访情况 目前困难 服务需求 本人意愿 身体状况 帮扶措施 帮扶责任人 职业/职业 工作单位/工作单位 家庭成员意见 享受待遇起止时间 紧急联系人 政策知晓情况
房 房屋现状 有无裂缝渗漏 燃气使用情况 用电安全情况 租住人数/居住人数 租赁用途 隐患描述 整改期限 产权人意见 检查人 改造意愿 维修资金情况 公共部位情况 消防设施情况
企 从业人数/从业人数 用工需求 经营困难 检查日期 隐患数量 整改情况 培训次数 消防器材数量 安全责任人 年营业额估计 是否签订责任书 检查人 诉求建议 复查结果
事 事项经过/诉求内容 涉及人数 化解措施 参加人数 活动主题 活动时间 存在问题 下步打算 宣传资料数量 包保责任人 是否重大事项 经验做法 投入经费 参加志愿者数
地 巡查时间 巡查人 设施数量 完好数量 问题描述 整改措施 责任单位意见 建设年度 管护经费 巡查次数 存量问题数 新增问题数 是否公示 开放时间
各 填表人 填表日期 审核人 佐证照片 备注 联系人职务 上期数 本期完成数
`

const linesOf = (text: string) => text.trim().split('\n')

export const held: readonly Ask[] = linesOf(heldText).map((line, place) => {
  const [base = '', element = '', words = ''] = line.split(' ')
  return { base, place, element, words: words.split('|') }
})

export const own: readonly Ask[] = linesOf(ownText).flatMap((line, row) => {
  const [base = '', ...asks] = line.split(' ')
  return asks.map((ask, column) => {
    const [words = '', element = null] = ask.split('/')
    return { base, place: row * 100 + column, element, words: [words] }
  })
})

/** The base of what every form may ask for. */
export const anyBase = '各'
