type Json = Record<string, unknown>

type ResourceJson = Json & { schema: { fields: Json[] } }

/** A small descriptor that is right in every part, as JSON that a test may spoil. */
export function descriptor(): Json & { resources: ResourceJson[]; governance: Json } {
  return {
    name: 'street-lamps',
    title: '路灯',
    titles: { zh: '路灯', en: 'Street lamps' },
    description: '全市路灯台账。',
    version: '1.0.0',
    created: '2026-01-01T00:00:00+08:00',
    licenses: [{ name: 'other-open' }],
    sources: [{ title: '市城管局' }],
    keywords: ['路灯'],
    synthetic: true,
    resources: [resource()],
    governance: governance(),
  }
}

function fields(): Json[] {
  return [
    { name: 'lamp', type: 'string', title: '灯号', constraints: { unique: true } },
    {
      name: 'removed_at',
      type: 'date',
      title: '拆除时间',
      missingValues: [{ value: '', label: '仍在使用' }],
    },
  ]
}

function resource(): ResourceJson {
  return {
    name: 'lamps',
    path: 'data/lamps.parquet',
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    bytes: 1,
    hash: `sha256:${'0'.repeat(64)}`,
    rows: 1,
    schema: { fields: fields() },
  }
}

function governance(): Json {
  return {
    catalogue: {
      class: '主题信息资源 · 城乡建设',
      code: 'T-1',
      provider: '市城管局',
      providerCode: null,
      sharing: { type: 'conditional', condition: '须说明用途', method: '文件交换' },
      openness: { open: false, condition: null },
      updateCycle: 'monthly',
      released: '2026-01-01',
      related: [],
    },
    level: 'general',
    secrecy: 'none',
    personalInformation: { kind: 'none', note: '没有个人信息' },
    steward: '市城管局',
    responsibilities: { collect: '甲', feedBack: '乙', manage: '丙', use: '丁' },
    legalBasis: '职责范围内',
    authorisation: { grantee: '市数据局', purpose: '研究', until: null, level: 'departments' },
    minimumCell: null,
    minimumCellReason: '与人无关',
    lineage: ['按月汇总'],
  }
}
