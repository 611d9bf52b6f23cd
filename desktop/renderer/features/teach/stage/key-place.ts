import type { KeyPlace } from '../../../../domain/classroom/stage-keys.ts'

const fields =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [role="textbox"], [contenteditable=""], [contenteditable="true"]'
const controls = 'button, a[href], input, summary, [role="button"], [role="menuitem"]'

/** What a key pressed there belongs to. A dialog keeps its keys for itself. */
export function keyPlace(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest(`${fields}, dialog, [role="dialog"]`)) return 'text'
  return target.closest(controls) ? 'control' : 'elsewhere'
}
