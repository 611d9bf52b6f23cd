/** Spots as grid workers write them, after the community's name; none of them begins with 社区. */
export const spotsOf: Readonly<Record<string, readonly string[]>> = {
  lane: [
    '菜场旁',
    '垃圾房边',
    '东侧围墙下',
    '车棚旁',
    '小广场',
    '北门通道',
    '宣传栏后面',
    '南侧绿地',
    '老井旁',
    '停车场出口',
  ],
  road: [
    '路口',
    '公交站旁',
    '小学门前',
    '桥头',
    '沿街商铺前',
    '主干道西侧',
    '菜场门口',
    '卫生站门前',
    '环形路口',
    '河边步道',
  ],
  house: [
    '老楼楼道',
    '高层楼道',
    '地下车库',
    '单元门口',
    '楼顶平台',
    '电梯厅',
    '二期楼栋',
    '安置楼',
    '沿街楼栋',
    '公寓楼',
  ],
  field: ['田头', '河滩', '果园边', '打谷场', '荒地', '水渠边'],
}

const soundsAlike = `
鼓楼古楼 文庙文妙 大井大景 北门北扪 梧桐梧同 柳堤柳滴 纺机仿机 红砖红专 渡口度口 长桥常桥
河坊河方 酱园酱圆 南塘南糖 花巷花项 书院书愿 东湖冬湖 湖光胡光 芦苇芦伟 听涛听滔 双桂双贵
港前港钱 锦帆锦凡 远航远杭 海棠海堂 银杏银幸 创智创志 云谷云鼓 北斗北抖 长风长丰 橙光澄光
星河星荷 天和天合 秋水丘水 金穗金岁 百合百和 云帆云凡 朝晖朝辉 安居鞍居 乐业乐页 丰和丰合
山门杉门 石桥石侨 建设建射 矿工矿公 广场广厂 青石清石 镇北振北 上坪上平 下坪下平 石马石码
茶坪茶平 春芽春牙 竹林竹临 大坳大傲 泉水全水 白沙白纱 码头马头 沙洲沙州 柳湾柳弯 三棵树三颗树
`

/** What a community is called without 社区 or 村, and how somebody writes it who types by sound. */
export const misheard: ReadonlyMap<string, string> = new Map(
  soundsAlike
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)]),
)
