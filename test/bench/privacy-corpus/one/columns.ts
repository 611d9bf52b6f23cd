import type { ColumnForm } from '../build.ts'

/** Columns of the first set: titles, and what stands under them. */
export const columns: readonly ColumnForm[] = [
  {
    titles: ['姓名', '户主姓名', '联系人', '申请人', '来电人', '被访问人姓名'],
    cells: ['{@name}'],
  },
  { titles: ['网格员', '负责人', '填报人', '法定代表人'], cells: ['{@name}'] },
  { titles: ['联系电话', '手机号', '联系方式', '手机号码', '电话'], cells: ['{@mobile}'] },
  { titles: ['联系电话', '单位电话'], cells: ['{@mobile}', '{@landline}'] },
  { titles: ['身份证号', '证件号码', '公民身份号码', '身份证'], cells: ['{@resident_id}'] },
  { titles: ['身份证号'], cells: ['{@resident_id}', '{@resident_id.old}'] },
  { titles: ['银行卡号', '社保卡银行账号', '收款账号'], cells: ['{@bank_card}'] },
  { titles: ['邮箱', '电子邮件', '邮件地址'], cells: ['{@email}'] },
  { titles: ['车牌号', '车牌号码'], cells: ['{@plate}'] },
  { titles: ['护照号', '护照号码'], cells: ['{@passport}'] },
  { titles: ['住址', '家庭住址', '联系地址', '现住址'], cells: ['{@address}'] },
  { titles: ['统一社会信用代码'], cells: ['{@credit_code}'] },
  { titles: ['备注', '说明', '处理情况', '诉求内容'], cells: ['{remark}', '{bare}', '{bare}', ''] },
  { titles: ['备注'], cells: ['', '', '', '已办结', '{@mobile}', '无'] },
  { titles: ['回访情况', '处置结果', '备注'], cells: ['{remark}', '{bare}'] },
  {
    titles: ['诉求描述', '事件描述', '问题'],
    cells: ['{issue}', '{ticketOpen}{issue}', '{issue}，{remark}'],
  },
  {
    titles: ['联系人', '姓名'],
    cells: ['{@name}', '{@name}', '物业前台', '同上', '无', '社区居委会', '{?surname2}'],
  },
  // titles that mislead
  { titles: ['编号', '序列', '代码'], cells: ['{@mobile}'] },
  { titles: ['内容', '其他', '字段1'], cells: ['{@resident_id}'] },
  { titles: ['联系电话', '服务电话'], cells: ['12345', '110', '12393', '95598'] },
  { titles: ['单位名称', '企业名称', '承办单位'], cells: ['{company}', '{office}'] },
  { titles: ['小区名称', '社区', '所属社区'], cells: ['{community}', '{estate}'] },
  { titles: ['名称', '户名'], cells: ['{company}'] },
  { titles: ['项目名称', '课程名称'], cells: ['{topic}', '{topic}专项行动'] },
  { titles: ['工单编号', '业务流水号', '订单号'], cells: ['{ticket}', '{serial}'] },
  { titles: ['登记日期', '受理时间'], cells: ['{y}-0{u}-1{u}', '{date}'] },
  { titles: ['金额', '发放金额（元）'], cells: ['{amount}'] },
  { titles: ['年龄', '人数', '户数'], cells: ['{count}'] },
  {
    titles: ['事项类型', '诉求类别'],
    cells: ['噪音扰民', '物业管理', '占道经营', '方便群众', '安全隐患', '高兴'],
  },
  { titles: ['道路名称', '点位'], cells: ['{road}', '{spot}'] },
]

/** What stands in columns of remarks. */
export const remarks = {
  remark: [
    '已联系{@name}，{@mobile}',
    '{@name}本人未在家，由其子{@name}代签',
    '改打{@mobile}',
    '搬至{@address}',
    '电话停机，新号{@mobile}',
    '车{@plate}已挪',
    '与{@name}同户，身份证{@resident_id}',
    '卡号有误，应为{@bank_card}',
  ],
  bare: [
    '已办结',
    '材料齐全',
    '待核实',
    '同意',
    '已于{date}回访，满意',
    '转{office}办理',
    '暂缓，{date}前补齐',
    '电话未接通',
    '空挂户',
  ],
  serial: ['2024{count}{count}{y}0{u}', '{y}{y}{u}{u}00{u}'],
}
