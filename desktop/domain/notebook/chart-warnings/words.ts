/** Of names and titles of columns: what they most likely hold. */
const populations =
  /^(?:population|pop|residents|registered|(?:常住|户籍|总|服务)?人口(?:数|总数)?|居民数)$/i
const areas =
  /street|district|communit|province|area|place|city|county|grid|town|village|街道|社区|村|乡|镇|省|市|县|区|网格|地方|地区|辖区/i
const rates =
  /rate|share|ratio|percent|pct|per_|avg|mean|median|率|比重|比例|占|每千|每万|每百|人均|户均|平均|中位|%|％/i
const counts =
  /^(?:n|count|total|cases?|events?|tickets?|complaints?|calls?|items?|elders?|people|persons)$|_(?:count|total|cases|tickets|events|n)$|数$|量$|件|次|人次|合计|总计/i
const bases =
  /^(?:n|base|total|cases|due|answered|accepted|eligible|sample|tickets|households|population|residents)$|分母|样本|总数|合计|应结|应办|受理数|受理量|参评|人数|户数|件数|^(?:数量|.*人口)$/i

export const isPopulation = (name: string) => populations.test(name)
export const isArea = (words: string) => areas.test(words)
export const isRate = (words: string) => rates.test(words)
export const isCount = (words: string) =>
  !isRate(words) && words.split(/\s+/).some((word) => counts.test(word))
export const isBase = (name: string) => !isRate(name) && bases.test(name)
