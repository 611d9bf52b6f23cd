import type { Grammar } from '../grammar.ts'

/** More of the first set's formal papers. */
export const papers: Grammar = {
  canteen: [
    '助餐点今日用餐{count}人，{@name#1}、{@name#2}两位高龄老人由志愿者{@name#3}送餐上门，送达{@address}。',
    '厨师{@name#1}反映冷库温度异常，食安员{@name#2}已记录。{plainLine}',
    '{@name#1}老人过{age}岁生日，孙女{@name#2}送来蛋糕，保洁员{@name#3}帮忙布置。',
  ],
  fire: [
    '{date}{hh}时，{@address}发生火情，租客{@name#1}报警，房东{@name#2}随后赶到，无人员伤亡。',
    '消防宣传员{@name#1}向商户{@name#2}讲解灭火器用法，{@name#2}当场签收告知书。',
    '起火电动车{@plate}系{@name#1}所有，物业保安{@name#2}第一时间切断电源。',
  ],
  tax: [
    '纳税人{@name#1}（{ids}）申请退税{amount}元，退至{@bank_card}，经手人{@name#2}。',
    '个体工商户经营者{@name#1}，经营场所从略，{call}，申请延期申报。{plainLine}',
  ],
  elect: [
    '经投票，{@name#1}得{count}票，{@name#2}得{count}票，监票人{@name#3}，计票人{@name#4}。',
    '候选人{@name#1}（中共党员）、{@name#2}（群众）自我介绍完毕，选民{@name#3}提问。',
    '推选{@name#1}为居民小组长，{@name#2}和{@name#3}为居民代表。{plainLine}',
  ],
  quarrel: [
    '房客{@name#1}称房主{@name#2}拒退押金，{@name#2}则称{@name#1}损坏门锁。网格长{@name#3}到场劝解。',
    '因浇花滴水，{@name#1}同楼下住户{@name#2}争吵，{@name#1}的丈夫{@name#3}推搡对方。',
    '{@name#1}跟{@name#2}握手言和，{@name#3}帮忙写了和解书。',
    '媳妇{@name#1}和婆婆{@name#2}因带娃产生矛盾，妇联{@name#3}多次登门。',
    '据{@name#1}讲，{@name#2}曾把建筑垃圾倒在{spot}。{plainLine}',
  ],
  library: [
    '读者{@name#1}遗失借书证，补办时登记手机{@mobile}，管理员{@name#2}办理。',
    '讲座由退休教师{@name#1}主讲，{@name#2}主持，听众{count}人。{plainLine}',
    '作品署名：{@name#1}；指导老师：{@name#2}；作者电话：{@mobile}；寄至{@address}。',
  ],
  clean2: [
    '汪洋大海般的宣传栏，{office}要求一周内清理。',
    '高温津贴、金融知识、方言普及三项活动同步启动。',
    '江河湖库、白蚁防治、黄标车淘汰工作稳步推进。',
    '常委会、马拉松组委会、路长制办公室联合发文。',
    '施工单位应当设置围挡，严防渣土遗撒，何种工艺由设计定。',
    '周末双休，时段错开，车流量下降{count}辆次。',
    '成都、江苏、云南三地经验值得学习。{plainLine}',
    '常年温差大，石材易裂，管材更换{count}米。',
  ],
}
