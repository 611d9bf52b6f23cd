import type { ColumnForm } from '../build.ts'

/** Columns of the second set. */
export const columns: readonly ColumnForm[] = [
  {
    titles: ['居民姓名', '报名人', '学员姓名', '当事人', '受益人姓名', '监护人'],
    cells: ['{@name}'],
  },
  {
    titles: ['经办人', '户主', '责任人姓名', '志愿者姓名'],
    cells: ['{@name}', '{@name}', '{@name.parted}'],
  },
  { titles: ['手机', '移动电话', '本人电话', '联系手机', '家长电话'], cells: ['{@mobile}'] },
  { titles: ['固定电话', '座机', '办公电话'], cells: ['{@landline}'] },
  { titles: ['居民身份证号码', '身份证件号', '证件号', '公民身份证号'], cells: ['{@resident_id}'] },
  { titles: ['银行账号', '打卡账号', '一卡通账号'], cells: ['{@bank_card}'] },
  { titles: ['Email', '电子邮箱地址'], cells: ['{@email}'] },
  { titles: ['车牌', '机动车号牌'], cells: ['{@plate}'] },
  { titles: ['护照编号', '出入境证件（护照）'], cells: ['{@passport}'] },
  { titles: ['居住地址', '户籍地址', '通讯地址', '详细地址'], cells: ['{@address}'] },
  { titles: ['社会信用代码', '统一信用代码'], cells: ['{@credit_code}'] },
  {
    titles: ['情况说明', '走访记录', '问题描述', '办理经过'],
    cells: ['{note}', '{narrative}', '{line}', '{short}'],
  },
  { titles: ['备注信息', '补充', '特殊情况'], cells: ['{note}', '{short}', '{short}', ''] },
  { titles: ['留言', '建议', '反馈'], cells: ['{line}', '{note}', '{short}'] },
  { titles: ['Unnamed: 4', '列3', 'F7'], cells: ['{@mobile}', '{@mobile}', ''] },
  { titles: ['流水', '档案号', 'ID'], cells: ['{@resident_id}', '{code}'] },
  { titles: ['审核状态', '去向'], cells: ['通过', '不通过', '{@mobile}', '待定', '待定'] },
  // titles that mislead, and columns that hold nobody
  {
    titles: ['客服电话', '投诉电话', '热线'],
    cells: ['400-810-{many}{small}', '95588', '12315', '96111'],
  },
  { titles: ['机构名称', '产权单位', '供应商'], cells: ['{firm}', '{agency}'] },
  {
    titles: ['片区', '责任网格', '小区'],
    cells: ['{garden}', '{quarter}', '{quarter}第{one}网格'],
  },
  {
    titles: ['批次号', '设备编码', '受理号', '合同号'],
    cells: ['{code}', '{yyyy}{many}{many}{many}{some}'],
  },
  {
    titles: ['日期', '办结时间', '入库日期'],
    cells: ['{yyyy}/{mon}/{dd}', '{yyyy}{pm}{pd}', '{yyyy}-{pm}-{pd} {hour}:{minute}:00'],
  },
  {
    titles: ['合计', '预算数', '用电量'],
    cells: ['{many}{many}{some}.{some}', '{small},{many},{many}.00'],
  },
  {
    titles: ['评价', '心情', '关键词'],
    cells: ['安静', '高峰', '程序', '温柔', '齐全', '严肃', '和平', '白云'],
  },
  { titles: ['路段', '站点', '公园'], cells: ['{way}', '{here}', '白云公园', '黄山站'] },
  { titles: ['职务', '岗位'], cells: ['{role}', '调解员', '楼栋长'] },
  {
    titles: ['版本', '图斑编号', '经办窗口'],
    cells: ['v{small}.{some}.{many}', '{small}{many}{many}{many}{small}', '{small}号窗口'],
  },
]

/** What stands in the second set's columns of remarks. */
export const notes = {
  note: [
    '本人外出，找其妻{@name}{@mobile}',
    '信息有误，证号更正为{@resident_id}',
    '{@name}代领，关系：父子',
    '{day}电访{@mobile}，无人应答',
    '现租住于{@address}',
    '账户已注销，换卡{@bank_card}',
    '与{@name}重复，已合并',
    '骑行车辆{@plate}，已备案',
    '家属{@name}签字；{@name}见证',
    '寄送{@address}，{@name}收',
    '留存座机{@landline}',
  ],
  short: [
    '无异常',
    '材料退回',
    '同意发放',
    '{money}',
    '已归档{code}',
    '约{day}复查',
    '{agency}核定',
    '人户分离',
    '见附件{small}',
    '周三再访',
    '安排上门',
    '高龄津贴',
  ],
}
