/**
 * What a serialised tree may hold. Whatever a later DuckDB adds is refused until it is read and
 * listed here: `class` names expressions, `type` names everything else.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

export const queryNodes = words('SELECT_NODE SET_OPERATION_NODE RECURSIVE_CTE_NODE')

export const expressionClasses = words(`
  BETWEEN CASE CAST COLLATE COLUMN_REF COMPARISON CONJUNCTION CONSTANT DEFAULT FUNCTION LAMBDA
  OPERATOR PARAMETER POSITIONAL_REFERENCE STAR SUBQUERY WINDOW`)

/** Those of FROM; BASE_TABLE, TABLE_FUNCTION and SHOW_REF are looked at more closely. */
export const tableNodes = words(
  'BASE_TABLE EMPTY EXPRESSION_LIST JOIN PIVOT SHOW_REF SUBQUERY TABLE_FUNCTION',
)

export const otherNodes = words(`
  DISTINCT_MODIFIER LIMIT_MODIFIER LIMIT_PERCENT_MODIFIER ORDER_MODIFIER
  ORDER_DEFAULT ASCENDING DESCENDING
  ARRAY_TYPE_INFO DECIMAL_TYPE_INFO ENUM_TYPE_INFO GENERIC_TYPE_INFO LIST_TYPE_INFO
  STRING_TYPE_INFO STRUCT_TYPE_INFO UNBOUND_TYPE_INFO`)
