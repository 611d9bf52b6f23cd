/**
 * Words that must be quoted as names: DuckDB's categories `reserved` and `type_function`
 * (`duckdb_keywords()`).
 */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint
  create default deferrable desc describe distinct do else end except false fetch for foreign from
  group having in initially intersect into lambda lateral leading limit not null offset on only or
  order pivot pivot_longer pivot_wider placing primary qualify references returning select show some
  summarize symmetric table then to trailing true union unique unpivot using variadic when where
  window with
  anti asof at authorization binary by collation concurrently cross freeze full glob ilike inner is
  isnull join left like natural notnull outer overlaps positional right semi similar tablesample
  unpack verbose`.split(/\s+/),
)

/** A name as one writes it in a query: quoted only where it must be. */
export function identifier(name: string): string {
  const plain = /^[\p{Ll}\p{Lo}_][\p{Ll}\p{Lo}0-9_]*$/u.test(name) && !reserved.has(name)
  return plain ? name : `"${name.replaceAll('"', '""')}"`
}

/** `dataset.resource`, each part as a name. */
export function tableName(table: string): string {
  return table.split('.').map(identifier).join('.')
}
