import type { Grammar } from '../grammar.ts'

/** More of the second set's formal papers: files of schools, clinics, courts and villages. */
export const records: Grammar = {
  school: [
    '学生{@name#1}（{small}年级{small}班）因病请假，家长{@name#2}已告知班主任{@name#3}。',
    '家访对象：{@name#1}之孙{@name#2}，现就读于{township}中心小学，家庭住址为{@address}。',
    '转学申请：兹有学生{@name#1}，身份证号码{@resident_id}，拟由{town}转入我校，监护人签字：{@name#2}。',
    '奖学金获得者：{@name#1}，{@name#2}，{@name#3}；发放账号{@bank_card}由{@name#1}代收。',
  ],
  clinic: [
    '门诊日志 {day} {@name#1} 男 {years}岁 高血压随访 医师签名：{@name#2}',
    '老年人健康体检：{@name#1}，社会保障卡号{@medical_card}，结果正常。预约下次体检请拨{@mobile}。',
    '疫苗接种对象{@name#1}由祖母{@name#2}陪同，留观{some}分钟后离开。{line}',
    '护理员{@name#1}照护{@name#2}老人已满{small}年，家属{@name#3}送来锦旗。',
  ],
  court: [
    '原告{@name#1}诉被告{@name#2}、{firm}民间借贷纠纷一案，本院于{day}立案。原告住{@address}。',
    '调解书载明：{@name#1}应于{day}前给付{@name#2}{money}，{@name#3}承担连带责任。',
    '被执行人{@name#1}，公民身份号码：{@resident_id}，名下车辆{@plate}已查封。',
    '经本所主持，{@name#1}向{@name#2}赔礼道歉，{@name#2}对{@name#1}予以谅解，双方签字。调解员：{@name#3}。',
    '法律援助申请人{@name#1}的通讯方式为{@email}、{@mobile}，承办律师为{@name#2}。',
  ],
  hamlet: ['{quarter}{small}组'],
  village: [
    '{?hamlet}村民{@name#1}、{@name#2}因地边问题争执，村委会{@name#3}上门劝说。',
    '危房改造对象{@name#1}，房屋位于{@address}，经{@name#2}等三人评议，评定为{small}级。',
    '产业分红表：{@name#1} {money}；{@name#2} {money}；{@name#3} {money}。',
    '护林员{@name#1}每天巡山{small}小时，{@name#2}负责记录，{line}',
    '因{@name#1}去世，其承包地由其子{@name#2}继续耕种，已变更登记。',
    '防汛转移名单：{@name#1}一家{small}口转移至亲戚{@name#2}处，住{@address}。',
  ],
  bulletin: [
    '情况通报：{day}，{@name#1}、{@name#2}在{here}私拉电线被查处，所用车辆{@plate}一并暂扣。',
    '经群众推荐，{@name#1}被评为好邻居，{@name#2}被评为孝老之星。{line}',
    '{agency}原副局长{@name#1}接受审查，其职务由{@name#2}暂代。',
    '采访中，{@name#1}告诉笔者，他和妻子{@name#2}每月要为母亲{@name#3}支付护理费{money}。',
    '本期编辑{@name#1}，校对{@name#2}，投稿邮箱{?email}。',
    '感谢信：感谢{@name#1}、{@name#2}两位同志雨夜送我母亲回家。落款：{@name#3}，{day}。',
    '民情日记：一早碰到{@name#1}在{here}卖菜，说起{@name#2}家的低保，又说{matter}。{line}',
    '安全承诺书：本人{@name#1}，自愿遵守规定。承诺人：{@name#1}；证件号码：{@resident_id}；联系手机：{@mobile}。',
    '{@name#1}与{@name#2}的租赁合同到期，出租房位于{@address}，月租{money}。',
    '应到{some}人，{@name#1}、{@name#2}因公出差请假，{@name#3}代会。',
  ],
  counted: [
    '全年累计办件{many}{many}件，其中涉老{many}件、涉学{many}件，按期办结率{some}.{some}%。',
    '万元以上项目{some}个，常规事项走绿色通道，严禁吃拿卡要。',
    '时间表、路线图、任务书同步公开，周报、月报、季报按时上墙。',
    '管理制度：一是值守到岗，二是巡查到边，三是应答到人。',
    '成员单位包括{agency}、{agency}、{agency}等{some}家。',
    '经费来源：财政拨款{money}，自筹{money}，结余结转下年。',
    '钟表维修、皮鞋翻新、石磨豆浆等便民摊点进驻{here}。',
    '毛坯房交付标准、车位租金、柴油发电机保养记录均已公开。',
    '易腐垃圾与其他垃圾分开投放，投放点位于{here}。',
    '温度{some}.{small}℃，湿度{some}%，孔径{small}mm，符合GB {many}{some}-{yyyy}。',
    '严重失信名单以“信用{town}”网站为准，解释权归{agency}。',
  ],
}
