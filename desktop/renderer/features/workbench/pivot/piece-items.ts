import { columnOf, type Piece } from '../../../../domain/notebook/pivot/pieces.ts'
import { groupAlias } from '../../../../domain/notebook/pivot/edit.ts'
import type { Group } from '../../../../domain/notebook/query/query.ts'
import { periods } from '../../../../domain/notebook/query/query.ts'
import { t } from './messages.ts'
import type { PivotEditor } from './pivot-editor.svelte.ts'

/** An entry of a menu. */
interface PieceItem {
  readonly label: string
  readonly disabled?: boolean
  readonly onselect: () => void
}

type AnyPiece = Piece | { readonly zone: 'where'; readonly index: number }

/** What can be done with a field, a value or a condition, wherever it stands. */
export function pieceItems(editor: PivotEditor, piece: AnyPiece): PieceItem[] {
  if (piece.zone === 'where') return conditionItems(editor, piece.index)
  if (piece.zone === 'fields') return moves(editor, piece)
  const { zone, index } = piece
  const own =
    zone === 'values'
      ? [{ label: t.change, onselect: () => (editor.value = index) }]
      : periodItems(editor, { zone, index })
  return [
    ...own,
    ...moves(editor, piece),
    { label: t.forward, disabled: index === 0, onselect: () => editor.shift(zone, index, -1) },
    {
      label: t.backward,
      disabled: index === editor.pivot[zone].length - 1,
      onselect: () => editor.shift(zone, index, 1),
    },
    { label: t.remove, onselect: () => editor.remove(zone, index) },
  ]
}

function moves(editor: PivotEditor, piece: Piece): PieceItem[] {
  const about = columnOf(editor.pivot, piece) !== undefined
  return (['rows', 'columns', 'values', 'where'] as const)
    .filter((zone) => zone !== piece.zone && (about || zone === 'values'))
    .map((zone) => ({
      label: piece.zone === 'fields' ? t.addTo(t.zones[zone]) : t.moveTo(t.zones[zone]),
      onselect: () => editor.move(piece, zone),
    }))
}

function conditionItems(editor: PivotEditor, index: number): PieceItem[] {
  const column = editor.pivot.where[index]?.column ?? ''
  return [
    { label: t.change, onselect: () => (editor.condition = { column, index }) },
    { label: t.remove, onselect: () => editor.remove('where', index) },
  ]
}

/** A date may stand as it is, or by its year, month … */
function periodItems(
  editor: PivotEditor,
  { zone, index }: { readonly zone: 'rows' | 'columns'; readonly index: number },
): PieceItem[] {
  const group = editor.pivot[zone][index]
  if (!group || editor.kindOf(group.column) !== 'date') return []
  const { column } = group
  const set = (next: Group) =>
    editor.change({ [zone]: editor.pivot[zone].map((one, at) => (at === index ? next : one)) })
  return [
    ...periods.map((by) => ({
      label: t.periods[by],
      disabled: 'by' in group && group.by === by,
      onselect: () => set({ column, by, as: groupAlias(column, by) }),
    })),
    { label: t.periods.as, disabled: !('by' in group), onselect: () => set({ column }) },
  ]
}
