import type { Grammar } from '../grammar.ts'

/** The second set's texts that are about numbers: papers, then chat. */
export const numberedPapers: Grammar = {
  numbered: [
    '核查发现{@resident_id}与{@resident_id}两条记录重复，系统保留后者。',
    '短信已发送至{@mobile}、{@mobile}、{@mobile}，送达率{some}%。',
    '代发失败明细：{@bank_card}（账号不存在）；{@bank_card}（户名不符）。',
    '违停抓拍：{@plate}，{day}{hour}:{minute}，{way}；{@plate}，同日，{way}。',
    '来函请寄{?email}以外的邮箱{@email}，逾期退回。',
    '通行证遗失，护照{@passport}同时作废，补办受理号{code}。',
    '拨打{@landline}无人接听，改拨{@mobile}后接通。',
    '微信号：{@wechat}，已通过验证；社保卡号：{@medical_card}。',
    '证件类型：居民身份证；证件号码：{@resident_id}；有效期至{yyyy}.{pm}.{pd}。',
    '系统日志：用户{@mobile}于{yyyy}-{pm}-{pd} {hour}:{minute}登录，受理单{code}。',
    '银行卡{@bank_card}绑定手机{@mobile}，单笔限额{money}。',
    '车主电话{@mobile}，车辆{@plate}，停放{day}，欠费{money}。',
    '护照号码{@passport}，签发日期{day}；邮箱{@email}。',
    '户口簿户号：{@household}；户别：家庭户。',
    '统一社会信用代码{@credit_code}，注册资本{money}，年报已公示。',
    '疑似错号：{@resident_id}，请{agency}核对后报{code}。',
    '家庭电话：{@landline}；单位电话：{?landline}。',
    '电子邮件{@email}退信{small}次，请更新。',
  ],
}

export const numberedChat: Grammar = {
  counted2: [
    '{@mobile}这号是谁的，一直打',
    '我换号了，新的{@mobile}，旧的{@mobile}不用了',
    '{@resident_id}帮我查下参保没',
    '谁的车{@plate}，剐了我一下',
    '{@plate}、{@plate}两台都挡道',
    '转我卡上{@bank_card}就行',
    '资料发{@email}，抄送{@email}',
    '加个微信{@wechat}',
    '微信号是{@wechat}，头像是猫',
    '护照号{@passport}填错一位咋办',
    '老爷子社保卡号{@medical_card}，能用不',
    '座机{@landline}还能打通',
    '户口本户号{@household}是这个不',
    '电话报一下：{@mobile.spoken}',
    '手机{@mobile}停机了，打{@landline}',
    '卡{@bank_card}，别转错了，对了我手机{@mobile}',
    '身份证照片糊了，号是{@resident_id}',
    '邮箱{@email}收不到啊',
    '护照{@passport}下月到期',
  ],
}
