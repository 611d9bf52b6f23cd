import { SQLDialect } from '@codemirror/lang-sql'

/** The SELECT side of DuckDB's SQL: what the engine accepts from a user, so what is offered. */
const keywords = `all and anti any as asc asof between by case cast collate cross cube default
  desc describe distinct else end except exclude exists false filter first following from full
  glob group grouping having ilike in inner intersect interval into is isnull join last lateral left
  like limit materialized natural not notnull null nulls offset on or order outer over partition
  pivot positional preceding qualify range recursive replace respect right rollup row rows sample
  select semi sets similar some summarize table then ties to true try_cast unbounded union unpivot
  using values when where window with within`

const types = `bigint blob boolean date decimal double float hugeint integer interval json numeric
  real smallint time timestamp timestamptz tinyint uuid varchar`

const functions = `abs arg_max arg_min array_agg avg ceil coalesce concat concat_ws contains corr count
  date_diff date_part date_trunc day dense_rank extract first_value floor generate_series greatest
  ifnull lag last_value lead least length list lower max median min month nullif ntile percent_rank
  position quantile_cont range rank regexp_extract regexp_matches replace round row_number sign
  split_part starts_with stddev strftime string_agg strip_accents strptime substring sum trim trunc
  unnest upper var_pop variance weekday year`

/** Words that may stand in a query, in capitals. */
export const queryWords: ReadonlySet<string> = new Set(
  `${keywords} ${types}`.toUpperCase().split(/\s+/),
)

export const duckdb = SQLDialect.define({
  keywords: keywords.replaceAll(/\s+/g, ' '),
  types: types.replaceAll(/\s+/g, ' '),
  builtin: functions.replaceAll(/\s+/g, ' '),
  specialVar: '$',
  identifierQuotes: '"',
  caseInsensitiveIdentifiers: true,
})
