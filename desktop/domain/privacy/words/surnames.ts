/** The hundred or so surnames that four of five people have; few of them begin ordinary words. */
export const commonSurnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万严覃武戴莫孔向汤'

/** Less common ones that are seldom another word. */
export const otherSurnames =
  '阎涂欧耿聂岳骆葛祁庞樊尤兰施俞翟倪鲁邢柯柳詹阮蓝季焦裴柴窦卞颜卓简饶芦苗艾柏穆靳符匡蒙谷申屠卫冉尚褚甄晏缪蒲喻滕敖闵岑桂冼隋邬麦苟阳麻丛郁冀鲍凌游昌晋滑栗甘盛嵇瞿阚屈宫伍祝刁奚凤傅伏邝凃赖蔺亓郄笪逯蒯逄仉佘乜禹隗鄢鄂郜郦郏郇邰邾郗郐蔚薄蘧虢訾谌谯贲辜逢酆釜钦钮铉阙陀隽雒鞠骈麴厍夔妫姒嬴宓弭彤恽扈昝晁殳毋沐泮濮炅狄璩眭矫禚缑羿胥臧苌荀莘菅萧蓟蕲邴郤鄞闾漆湛仇揭於戈戎毕储庾稽巢桓亢郎廉卜谈裘诸芮汲栾浦钭韶宦衡蹇檀佴卿蔄銮'

/** Surnames that are everyday words besides: they want more evidence. */
export const doubtfulSurnames =
  '安常车成代党丰封关管古广海华花怀黑洪皇霍姬吉景井居巨康寇乐冷粱林娄鹿满茅明宁农牛平戚齐乔全权容荣茹桑沙山舒双水司宿粟台泰铁童仝佟危温文闻翁巫辛幸宣羊央仰易殷雍劳厉墨寿敬旷曲朴梅楚楼池沃洛渠牧盖糜纪绍荆费贡飞迟鱼元苑战章植仲竺庄宗祖师席虞东苏才邸布牟巴于左孔云商信路巴木查项应包支边练操阴皮苍丑岩言步初原相候盘银隆占暴索展单官连贝时米计强经房解惠乌弓班秋伊束扶宰燕慎暨弘巩勾帅税普呼刀鲜牢火尧茆尉虎撒习杭蓬仵冶肇侣丘闪富印宛闭伦库籍干'

/** Surnames that are everyday words, and common. */
export const carefulSurnames = '钱付孔于'

/** Common surnames that begin hardly any word. */
export const plainSurnames =
  '王李刘陈杨赵吴朱郭梁宋韩冯邓曹彭肖潘袁蔡蒋魏吕卢姚沈姜崔谭汪廖邹孟秦邱薛闫郝邵龚覃戴周孙徐胡谢许唐罗史钟苏余顾侯熊丁叶陆范夏董贺程'

/** Surnames of two characters. */
export const compoundSurnames =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 长孙 宇文 司徒 夏侯 端木 独孤 南宫 西门 轩辕 呼延 司空 钟离 百里 东郭 澹台 申屠 太史 闻人 赫连 完颜 淳于 单于 公羊 濮阳 万俟 鲜于 拓跋 纳兰 左丘 梁丘 乐正 公冶 宗政 太叔 仲孙 闾丘 亓官 司寇 子车 颛孙 巫马 公西 漆雕 壤驷 公良 夹谷 宰父 谷梁 段干 羊舌 微生 西陵 青阳 富察 叶赫 那拉 赫舍 钮祜 瓜尔 爱新 贺兰 贺若 达奚 哥舒 仆固 库狄 尔朱 陆费 范姜 相里 豆卢 屈突 斛律 宿勤 费莫 佟佳 董鄂 马佳 章佳 乌雅 西林'
