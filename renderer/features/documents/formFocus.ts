/** Moving about a form by keyboard: to a finding, to the next finding, from field to field. */
import type { MissingItem } from '@shared/contract/documents.contract';

const INPUTS = 'input:not([type="hidden"]), textarea, select, button, a[href]';
const STOPS = 'input:not([type="hidden"]):not([disabled]), textarea:not([disabled]), [data-enter-field]';

/** Row and column of a finding about a table cell (`2.expiry`), else null. Rows count from 1. */
export function cellOf(item: Pick<MissingItem, 'subject'>): { row: number; column: string } | null {
  const [, row, column] = /^(\d+)\.([A-Za-z]+)$/.exec(item.subject ?? '') ?? [];
  return row && column ? { row: Number(row), column } : null;
}

/** Findings name fields, or the parts of the household file that are repaired elsewhere. */
export const isAboutFile = (item: Pick<MissingItem, 'id'>): boolean =>
  item.id === 'party' || item.id === 'loans' || item.id === 'collateral';

/** The place of a finding on screen: the cell, the field, or its line among the findings about the file. */
export function placeOf(form: ParentNode, item: MissingItem): HTMLElement | null {
  if (isAboutFile(item)) return form.querySelector<HTMLElement>('[data-file-findings]');
  const field = form.querySelector<HTMLElement>(`[data-field="${item.id}"]`);
  const cell = cellOf(item);
  return (cell && field?.querySelector<HTMLElement>(`[data-cell="${cell.row}.${cell.column}"]`)) ?? field;
}

/** Scrolls a place into view and puts the focus into its first input. */
export function focusPlace(place: HTMLElement): void {
  place.scrollIntoView({ block: 'center' });
  (place.querySelector<HTMLElement>(`[data-value] :is(${INPUTS})`) ?? place.querySelector<HTMLElement>(INPUTS))?.focus({
    preventScroll: true,
  });
}

/** The first place behind the focus that a finding is about; after the last one the first again. */
export function nextPlace(form: ParentNode, items: readonly MissingItem[], from: Element | null): HTMLElement | null {
  const places = [...new Set(items.map((item) => placeOf(form, item)))]
    .filter((place) => place !== null)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const isBehind = (place: HTMLElement): boolean =>
    from === null ||
    (!place.contains(from) && Boolean(from.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING));
  return places.find(isBehind) ?? places[0] ?? null;
}

/** Focuses the field `step` places on in the form; a group of radio buttons is one field. */
export function focusBeside(form: HTMLElement, from: HTMLElement, step: 1 | -1): void {
  const group = (field: HTMLElement): string | null =>
    field instanceof HTMLInputElement && field.type === 'radio' ? field.name : null;
  const all = [...form.querySelectorAll<HTMLElement>(STOPS)].filter((each) => each.tabIndex >= 0);
  const others = all.filter((each) => each === from || group(each) === null || group(each) !== group(from));
  others[others.indexOf(from) + step]?.focus();
}

/** Settles the field being typed in, which keeps the focus: dates take their value when they lose it. */
export function settleFocused(): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return;
  active.blur();
  active.focus({ preventScroll: true });
}
