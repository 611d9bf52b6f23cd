import type { GivenNames } from '../surnames.ts'

const split = (words: string) => words.split(' ')

/** Signs that many given names begin and end with, of all ages: each first goes with each last. */
const firsts = Array.from(
  '沐知砚苏清婉映昭若逸星楚予允怀景慕绍启仲伯孟季鸿维继光培保开兆文学育守道敬正树志元全长有富贵来喜顺桂兰菊荷莲秀淑惠慧素爱巧翠彩霞云晓小大亚玉珠宝金银铁石水火土木林森山川江河海波',
)
const lasts = Array.from(
  '宸夏白禾言宁远航帆舟岚岳峦川洲澜溪泉宇宙辰晨曦昀晖晗安康泰顺祥瑞福禄寿喜庆生根发财旺兴盛昌隆达成功业勤俭良善义礼信忠孝廉芬香花草叶枝萍莺燕雁凤鸾娥姑姐嫂雄杰俊伟强毅勇猛军武兵',
)

const fashions = split(
  '秀英 桂兰 建国 志强 丽娟 晓燕 子涵 浩然 玉珍 淑芬 国庆 建华 文博 雨桐 思远 春梅 海燕 永福 德明 凤英 素琴 小红 家豪 俊杰 欣怡 梓萱 一诺 宇轩 佳怡 明辉 立新 长贵 金花 大勇 红梅 冬生 守义 学文 翠花 云飞 世杰 雪琴 美玲 佩芳 祖德 承恩 景行 卫东 爱民 跃进 胜利 援朝 三妹 小龙 春生 招娣 若曦 语嫣 博文 天佑 晨曦 雅琪 诗涵 泽宇 沐阳 皓轩 奕辰 可欣 正平 光荣 水根 阿娣 月娥 惠珍 启明 振华 汉卿 少华 绍兴 清泉 宝山 广发 福海 玲珑 秋菊 兰芝 巧云 彩霞 艳红 丹丹 婷婷 莉莉 圆圆',
)

export const names: GivenNames = {
  doubles: [...fashions, ...firsts.flatMap((first) => lasts.map((last) => first + last))],
  singles: split('伟 芳 敏 静 军 洋 勇 艳 杰 娟 涛 超 霞 平 刚 桂 鑫 磊 颖 浩 宁 凯 旭 蕾 倩'),
  rare: split('隗 郄 逄 亓 仝 笪 缪 邸 冼 佟 晏 蔺 苟 敖 仇 查 芮 车 牟 蒲'),
  compound: split('欧阳 上官 司徒 诸葛 轩辕'),
  minority: split(
    '阿依古丽 买买提·吐尔逊 巴特尔 乌云其木格 扎西次仁 卓玛央金 阿米娜·艾力 古丽巴哈尔 多吉才让 萨仁高娃',
  ),
  words: split(
    '高兴 方便 安全 温暖 江山 成功 常青 金银花 万里 于洋 路遥 石磊 马路 易行 向往 项目清',
  ),
}

export const areas = split(
  '510104 510107 510521 320106 330106 420111 110105 310115 440305 610113 500112 370102',
)

export const issuers: readonly (readonly [string, number])[] = [
  ['622202', 19],
  ['621700', 19],
  ['622848', 19],
  ['622588', 16],
  ['621226', 19],
]

export const plateStarts = split('川A 川B 苏A 浙A 鄂A 京N 沪C 陕A 渝B')
