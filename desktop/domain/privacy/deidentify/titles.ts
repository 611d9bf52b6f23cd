const person =
  /年龄|岁数|性别|民族|学历|文化程度|婚姻|政治面貌|职业|工种|户籍|籍贯|出生|生日|^(?:age|sex|gender)$/iu
const place =
  /区县|街道|乡镇|镇街|社区|村居|村委|行政村|网格|小区|^(?:street|community|district)$/iu
const sensitive =
  /病|诊断|残疾|救助|低保|补助|补贴|收入|诉求|事项|信访|违法|犯罪|宗教|类别|类型|结果|^(?:disease|diagnosis|income)$/iu

/** Titles of counts, amounts and codes that hold such a word. */
const others = /平均|人均|(?:数|量|率|比|占比|人口|编码|代码|编号|电话|电话号码|号)$/u

const plain = (title: string) => title.normalize('NFKC').trim()
const says = (words: RegExp) => (title: string) =>
  words.test(plain(title)) && !others.test(plain(title))

/** Titles of what only a person has. */
export const isPersonTitle = says(person)

/** Titles of what, together, may tell who somebody is. */
export const isQuasiTitle = (title: string) => isPersonTitle(title) || says(place)(title)

/** Titles of what nobody should learn of a person. */
export const isSensitiveTitle = says(sensitive)

export const isAgeTitle = (title: string) =>
  /(?:年龄|岁数)(?:[（(][^）)]*[）)])?$|^age$/iu.test(plain(title)) && !others.test(plain(title))
