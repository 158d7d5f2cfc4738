/** A raw cell as a person would read it; nothing is evaluated or rounded again. */
import type { RawCell } from '@shared/domain/imports/sheet';
import { fromExcelSerial } from '@shared/kernel/calendarDate';

export function shownCell(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if (cell.kind === 'date') return fromExcelSerial(Math.floor(cell.serial)) ?? String(cell.serial);
  return cell.kind === 'error' ? cell.code : `=${cell.formula}`;
}
