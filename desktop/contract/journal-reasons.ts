interface Words {
  readonly zh: string
  readonly en: string
}

/** What can be wrong with a workspace's records, by the journal's own code for it. */
const reasons: Readonly<Record<string, Words>> = {
  altered: { zh: '内容被改动', en: 'content altered' },
  unreadable: { zh: '无法读出', en: 'unreadable' },
  torn: { zh: '末行残缺', en: 'last line incomplete' },
  unchained: { zh: '与上一条接不上', en: 'does not follow the line before' },
  repeated: { zh: '序号重复', en: 'sequence number repeated' },
  missing_events: { zh: '缺少记录', en: 'events missing' },
  missing_segment: { zh: '缺少文件', en: 'file missing' },
  misnamed: { zh: '文件名不符', en: 'file misnamed' },
  cut_tail: { zh: '末尾缺失', en: 'tail cut off' },
  lost: { zh: '已知缺失，无法找回', en: 'known to be lost' },
  head_missing: { zh: '头文件丢失', en: 'head file missing' },
  head_unreadable: { zh: '头文件无法读出', en: 'head file unreadable' },
  head_altered: { zh: '头文件被改动', en: 'head file altered' },
  head_other_key: { zh: '签名密钥不同', en: 'signed with another key' },
  head_mismatch: { zh: '记录与签名不符', en: 'events do not match the signed head' },
  key_missing: { zh: '密钥丢失', en: 'key missing' },
  key_unreadable: { zh: '密钥无法读出', en: 'key unreadable' },
  marker_missing: { zh: '工作区标记丢失', en: 'workspace marker missing' },
  person_unreadable: { zh: '人员资料无法读出', en: "a person's record is unreadable" },
  suggestion_unreadable: { zh: '建议无法读出', en: 'a suggestion is unreadable' },
  unacknowledged_tail: { zh: '未确认的末尾已隔离', en: 'an unacknowledged tail was set aside' },
  snapshot_damaged: { zh: '快照已重建', en: 'a snapshot was made again' },
  upkeep_failed: { zh: '快照或备份未写成', en: 'a snapshot or backup was not written' },
}

/** The words for a code; the code itself where it is of a newer version. */
export function journalReason(code: string, language: 'zh' | 'en'): string {
  return reasons[code]?.[language] ?? code
}
