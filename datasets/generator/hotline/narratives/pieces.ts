/** What the sentences of the narratives are put together from; each piece is as likely as its neighbours. */

export type Tone = '咨询' | '求助' | '投诉' | '举报' | '建议'

/** Who speaks, by the way the call came in; the rest are `otherwise`. */
export const speakers = {
  电话: ['来电人', '市民来电', '居民来电', '一位居民'],
  来信来访: ['来访群众', '来信人', '群众'],
  otherwise: ['市民', '网友', '居民', '住户'],
} as const

/** What they do with words; a second call puts 再次 before it. */
export const openings: Readonly<Record<Tone, readonly string[]>> = {
  咨询: ['咨询：', '询问：', '想了解：', '想问清楚：'],
  求助: ['反映：', '求助：', '请求帮助：', '着急地说：'],
  投诉: ['投诉：', '反映：', '投诉称：', '气愤地说：'],
  举报: ['举报：', '反映：', '举报称：', '要求查处：'],
  建议: ['建议：', '提议：', '提出：', '希望：'],
}

export const endings: Readonly<Record<Tone, readonly string[]>> = {
  咨询: [
    '请帮忙查一下再答复。',
    '麻烦告诉一声，谢谢。',
    '想早点知道，请回复。',
    '请说清楚该怎么办。',
    '最好能发短信告知。',
    '问过几处，说法不一样。',
  ],
  求助: [
    '请尽快派人来看看。',
    '希望今天就能解决。',
    '请帮忙协调一下。',
    '家里实在没有办法了。',
    '盼有关部门早点处理。',
    '处理好了请告诉一声。',
  ],
  投诉: [
    '要求尽快处理并答复。',
    '请有关单位给个说法。',
    '再不解决就要往上反映。',
    '对现在的处理很不满意。',
    '要求限期整改。',
    '希望查清是谁的责任。',
  ],
  举报: [
    '请依法查处，并为举报人保密。',
    '希望派人去看一看。',
    '请核实以后尽快处理。',
    '有照片可以提供，请保密。',
    '要求查处，不要走过场。',
  ],
  建议: [
    '希望能够采纳。',
    '供有关部门参考。',
    '大家都盼着能办成。',
    '如果可行，请告诉一声。',
    '花钱不多，见效很快。',
  ],
}

/** Spots of a community, by how it was built up; nothing finer, so that nobody's home can be told. */
export const spots = {
  old: [
    '菜场旁',
    '老巷口',
    '小区门口',
    '临街门面',
    '小区北门外',
    '老电影院旁',
    '河边步道',
    '小学后门',
    '老厂区宿舍',
    '十字路口',
  ],
  new: [
    '小区南门外',
    '商业街',
    '中心花园旁',
    '写字楼楼下',
    '中学对面',
    '小区西门',
    '快递驿站旁',
    '公园北侧',
    '环岛旁',
    '小区后门',
  ],
  town: [
    '村口',
    '集镇老街',
    '村委会旁',
    '小学门口',
    '桥头',
    '卫生室旁',
    '文化广场',
    '进村的路边',
    '农贸市场旁',
    '水渠边',
  ],
} as const

/** How long, how often, when, how much, how many: the words in braces. */
export const slots = {
  days: ['三天', '四五天', '快一周', '一个多星期', '十来天', '半个月'],
  months: ['一个多月', '两个多月', '三个月', '四个多月', '小半年', '大半年'],
  often: ['几乎每天', '隔三差五', '三天两头', '每周总有几次', '时不时', '一到周末'],
  night: ['晚上九点多', '晚上十点以后', '夜里十一点多', '半夜', '凌晨一点左右', '后半夜'],
  daytime: ['早上七点多', '上午九点左右', '中午前后', '下午三点多', '傍晚下班时', '早高峰时'],
  money: ['六百多元', '八百元', '一千二百元', '两千多元', '三千六百元', '近五千元'],
  big: ['一万二千元', '两万多元', '三万元', '四万八千元', '六万多元', '八万元'],
  n: ['三', '四', '五', '六', '七', '八'],
} as const
export type Slot = keyof typeof slots
