/**
 * What conditions and grouping columns over protected rows may call: functions that always give the
 * same for the same row. What is not here is refused; `random()` would draw samples anew until one
 * of them tells.
 */
const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean)

export const rowFunctions: ReadonlySet<string> = new Set(
  words(`
  + - * / // % || ~~ !~~ ~~* !~~* ~~~ ^@ abs ceil ceiling floor round trunc sign greatest least
  mod ln log log10 log2 sqrt pow power width_bucket
  lower upper lcase ucase trim ltrim rtrim left right substr substring length len char_length
  replace concat starts_with ends_with contains prefix suffix like_escape ilike_escape
  not_like_escape not_ilike_escape regexp_matches regexp_full_match regexp_extract split_part lpad
  year month quarter week day dayofweek isodow dayofyear hour minute yearweek monthname dayname
  date_part datepart date_trunc datetrunc date_diff datediff date_sub datesub date_add make_date
  strftime strptime try_strptime last_day time_bucket century decade
  to_days to_months to_years to_weeks to_hours to_minutes
  nullif list_value list_contains list_has array_contains contains row struct_pack`),
)

/** Classes of expressions over protected rows, as `json_serialize_sql` names them. */
export const rowClasses: ReadonlySet<string> = new Set(
  words('BETWEEN CASE CAST COLLATE COLUMN_REF COMPARISON CONJUNCTION CONSTANT FUNCTION OPERATOR'),
)

/** Types that a sum may be cast to; a cast to a whole number rounds, and no more. */
export const numberTypes: ReadonlySet<string> = new Set(
  words(
    'TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT FLOAT DOUBLE DECIMAL',
  ),
)
