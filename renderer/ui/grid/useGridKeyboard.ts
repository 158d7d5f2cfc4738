/** The keyboard of a grid: one focused container, one active row that survives refetches because it is kept by key. */

import type { Reference } from '@rc-component/table';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { copyToClipboard } from '../clipboard';
import { copyBlock } from './copyBlock';
import { keysBetween, rowAfterKey } from './gridKeys';
import type { GridColumn, RowKey } from './gridTypes';

export interface GridKeyboardOptions<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly keyOf: (row: Row) => RowKey;
  /** Rows that fit on screen. */
  readonly page: number;
  readonly table: RefObject<Reference | null>;
  readonly selected: readonly RowKey[] | null;
  readonly onSelect?: (keys: RowKey[]) => void;
  readonly onOpen?: (row: Row) => void;
  readonly onActive?: (row: Row) => void;
  /** Row on which the keyboard stands at first. */
  readonly startAt?: RowKey;
}

export interface GridKeyboard<Row> {
  readonly activeKey: RowKey | null;
  readonly activate: (row: Row) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const STEP = 120;

/** Moves the columns under the sticky name column; the virtual list keeps its own horizontal position. */
function scrollSideways(grid: HTMLElement, by: number): void {
  const body = grid.querySelector('.ant-table-tbody-virtual-holder');
  body?.dispatchEvent(new WheelEvent('wheel', { deltaX: by, bubbles: true, cancelable: true }));
}

function toggled(keys: readonly RowKey[], key: RowKey): RowKey[] {
  return keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];
}

export function useGridKeyboard<Row>(options: GridKeyboardOptions<Row>): GridKeyboard<Row> {
  const { rows, columns, keyOf, page, table, selected, onSelect, onOpen, onActive } = options;
  const [activeKey, setActiveKey] = useState<RowKey | null>(options.startAt ?? null);
  const found = activeKey === null ? -1 : rows.findIndex((row) => keyOf(row) === activeKey);

  const activate = (row: Row): void => {
    setActiveKey(keyOf(row));
    onActive?.(row);
  };

  const moveTo = (index: number, extend: boolean): void => {
    const row = rows[index];
    if (row === undefined) return;
    if (extend && onSelect) {
      const range = keysBetween(rows, Math.max(found, 0), index).map(keyOf);
      onSelect([...new Set([...(selected ?? []), ...range])]);
    }
    activate(row);
    table.current?.scrollTo({ index });
  };

  /** Ctrl+C: the selected rows, else the active one. A text selected with the mouse is copied as ever. */
  const copyRows = (): boolean => {
    const chosen = selected?.length
      ? rows.filter((row) => selected.includes(keyOf(row)))
      : rows.filter((_, at) => at === found);
    if (chosen.length === 0 || window.getSelection()?.type === 'Range') return false;
    copyToClipboard(copyBlock(columns, chosen));
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    if (event.ctrlKey) {
      if (event.key === 'c' && copyRows()) event.preventDefault();
      return;
    }
    const row = rows[found];
    const to = rowAfterKey(event.key, found, rows.length, page);
    if (to !== null) moveTo(to, event.shiftKey);
    else if (event.key === 'ArrowLeft') scrollSideways(event.currentTarget, -STEP);
    else if (event.key === 'ArrowRight') scrollSideways(event.currentTarget, STEP);
    else if (event.key === ' ' && row !== undefined && onSelect) onSelect(toggled(selected ?? [], keyOf(row)));
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row);
    else return;
    event.preventDefault();
  };

  return { activeKey, activate, onKeyDown };
}
