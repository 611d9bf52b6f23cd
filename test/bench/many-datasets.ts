import { readFile } from 'node:fs/promises'
import { type DataPackage, dataPackageSchema } from '../../desktop/domain/catalogue/data-package.ts'

const census = new URL('../../datasets/census-2020/datapackage.json', import.meta.url)

const classes = [
  ...['人口', '房屋', '企业', '事件', '地理'].map((name) => `基础信息资源 · ${name}`),
  ...['主题信息资源 · 公共服务', '主题信息资源 · 社区治理', '部门信息资源 · 民政'],
]
const matters = [
  '常住人口',
  '房屋出租',
  '个体工商户',
  '热线工单',
  '网格事件',
  '养老服务',
  '低保台账',
]
const places = ['安东区', '澜西区', '望山区', '全市', '河坊街道', '新港街道', '青石街道', '茶坪镇']
const offices = ['统计局', '民政局', '住建局', '公安局', '热线中心', '数据局', '卫健委', '人社局']
const sharing = ['unconditional', 'conditional', 'none'] as const
const cycles = ['realtime', 'daily', 'monthly', 'quarterly', 'yearly', 'never'] as const

const of = <T>(list: readonly [T, ...T[]] | readonly T[], at: number): T =>
  list[at % list.length] as T

/** As many datasets as are asked for: the census under other names, the same in every run. */
export async function manyDatasets(count: number): Promise<DataPackage[]> {
  const text = await readFile(census, 'utf8')
  return Array.from({ length: count }, (_, at) =>
    varied(dataPackageSchema.parse(JSON.parse(text)), at),
  )
}

function varied(dataset: DataPackage, at: number): DataPackage {
  const { governance } = dataset
  const year = 2016 + (at % 10)
  const title = `${of(places, Math.floor(at / 7))}${of(matters, at)}（${year} 年，第 ${at + 1} 份）`
  return {
    ...dataset,
    name: `many-${String(at + 1).padStart(3, '0')}`,
    title,
    titles: { zh: title, en: `Dataset ${at + 1} of ${year}` },
    description: `${title}：${of(offices, at)}按社区汇总。${dataset.description}`,
    keywords: [of(matters, at), of(places, at), ...dataset.keywords],
    synthetic: at % 3 > 0,
    governance: {
      ...governance,
      catalogue: {
        ...governance.catalogue,
        class: of(classes, at),
        provider: `${of(places, at % 5)}${of(offices, Math.floor(at / 3))}`,
        sharing: { ...governance.catalogue.sharing, type: of(sharing, Math.floor(at / 2)) },
        updateCycle: of(cycles, Math.floor(at / 5)),
        released: `${year}-0${1 + (at % 9)}-15`,
      },
      level: 'general',
      personalInformation:
        at % 5 < 2
          ? {
              kind: 'deidentified',
              method: '按社区汇总',
              k: 5,
              quasiIdentifiers: { provinces: ['province_code'] },
            }
          : { kind: 'none', note: '只有汇总数' },
    },
  }
}
