import { describe, expect, it } from 'vitest'
import { findPersonal } from '../../desktop/domain/privacy/find.ts'

const addressesIn = (text: string) =>
  findPersonal(text).flatMap(({ kind, start, end }) =>
    kind === 'address' ? [text.slice(start, end)] : [],
  )

const marked = (text: string) => ({
  text: text.replace(/[「」]/g, ''),
  places: Array.from(text.matchAll(/「(.*?)」/g), ([, place = '']) => place),
})

const found = [
  '现住「安澜市河西区东风街道幸福社区东风路12号3栋2单元501室」。',
  '户籍地址：「江苏省南京市鼓楼区中山北路200号」',
  '住址「北京市海淀区学院南路15号院6号楼3单元402」，联系电话另附',
  '家住「红旗镇李家村三组」的老人',
  '「柳河乡王庄村5组18号」发生火情',
  '位于「上海市浦东新区碧波路690弄5号502室」',
  '请送到「翠苑小区三区12栋1单元601」，谢谢',
  '登记地址为「天津市和平区南京路8号附3号」',
  '「金桂花园7幢302室」的住户反映',
  '送达「沿江大道88号滨江公寓2座1705室」',
  '我住「3号楼2单元501」，水压太低',
  '「幸福小区七栋一单元」的灯坏了',
  '「东风路那个修车铺对面的12号院」没人管',
  '就在「阳光花园3-2-501」，来看看吧',
  '快递放「银杏家园9号楼1单元」门口',
  '我家在「和平路12号」，天天停水',
  '他搬到「长乐街45号2楼」去了',
  '租的「城关镇北关村4组」的房子',
  '「解放西路２１号」门前积水',
  '从「康乐巷3号」往里走',
  '居民住「湖滨新村15幢」，年久失修',
  '她住「南京路步行街旁边的6号院」',
  '「光明村二组7号」老宅要拆',
  '「团结里9号楼4门201」漏雨',
]

const none = [
  '5月12号开会，第12号文件已下发。',
  '国办发〔2020〕12号',
  '地铁3号线和12号线换乘',
  '东风路、幸福小区、李家村都停水了。',
  '全区共有12栋楼、300户、5个小组。',
  '请到幸福社区居委会领取。',
  '中山路与人民路交叉口',
  '3号下午来，12号之前办完',
  '一楼大厅取号，二楼办理',
  '分3组进行，每组5人',
  '第三组第二名',
  '河西区东风街道',
  '1号提案和2号议案',
  '13楼的电梯',
  '京民终12号判决',
]

describe('addresses', () => {
  it.each(found.map(marked))('in: $text', ({ text, places }) => {
    expect(addressesIn(text)).toEqual(places)
  })
  it.each(none)('none in: %s', (text) => {
    expect(addressesIn(text)).toEqual([])
  })
})
