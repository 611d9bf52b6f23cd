/** The hundred or so surnames that four of five people have; few of them begin ordinary words. */
export const commonSurnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'

/** Less common ones that are seldom another word. */
export const otherSurnames =
  '阎涂欧耿聂岳骆葛祁庞樊尤兰殷施俞翟倪鲁邢柯翁柳池詹阮蓝季牛焦娄辛裴柴窦卞颜霍卓简饶芦苗艾柏纪左穆靳符匡欧蒙谷申屠卫冉尚褚甄晏缪蒲喻滕敖闵岑桂冼佟隋邬麦苟阳路麻丛郁冀麦鲍凌游宁昌晋滑栗甘盛嵇柴瞿阚屈宫宗伍项祝梅盛刁计奚凤傅伏单邝凃占揭'

/** Surnames that are everyday words besides: they want more evidence. */
export const doubtfulSurnames =
  '安常车成从代党丰封关管古广国海和华花怀黑洪后皇霍姬吉计家景经井居巨康孔寇来乐冷利连练良粱林娄鹿满茅明宁农牛平戚齐强乔全权容荣茹桑沙山商舒双水司宿粟台泰铁童仝通佟危温文闻翁巫相辛信幸宣学羊央仰易殷印应雍有于鱼元原苑云战章支植仲竺庄宗祖左时师席虞年东苏才邸展布初牟由但边卜巴'

/** Surnames of two characters. */
export const compoundSurnames =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 长孙 宇文 司徒 夏侯 端木 独孤 南宫 西门 轩辕 呼延 司空 钟离 百里 东郭 澹台 申屠 太史 闻人 赫连 完颜 淳于 单于 公羊 濮阳 万俟'
