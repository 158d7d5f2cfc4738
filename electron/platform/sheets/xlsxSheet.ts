/** Turns the XML of one worksheet into rows of raw cells, piece by piece. */

import type { DateCell, ErrorCell, RawCell, SheetRow } from '@shared/domain/imports/sheet';
import { damagedUnless, fileRefused } from './fileFault';
import { isBlank, LIMITS } from './tableSource';
import { readRichText } from './xlsxWorkbook';
import { CLOSE, decodeCellText, decodeXml, EMPTY, END, OPEN, XmlCursor } from './xmlCursor';

type Value = string | number | boolean | DateCell | ErrorCell | null;

export interface CellMeaning {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly serialOffset: number;
}

/** Attributes of a `c` element; `column` from 0, -1 when the reference is left out. */
interface CellTag {
  column: number;
  style: number;
  type: string;
}

const DAY_MS = 86_400_000;
const EXCEL_EPOCH_DAY = -25_569;

export class XlsxSheetParser {
  /** True once `</sheetData>` was seen: what follows holds no rows. */
  done = false;
  private lastRow = 0;
  private slots = 0;
  private xml = '';
  private readonly tag: CellTag = { column: -1, style: -1, type: '' };

  constructor(private readonly meaning: CellMeaning) {}

  /** Rows of a piece of XML that ends behind a row. */
  parse(xml: string): SheetRow[] {
    const rows: SheetRow[] = [];
    const cursor = new XmlCursor(xml);
    for (let token = cursor.next(); token !== END; token = cursor.next()) {
      if (cursor.name === 'row' && (token === OPEN || token === EMPTY)) {
        this.startRow(cursor.attribute('r'));
        if (token === OPEN) this.readRow(cursor, rows);
      } else if (cursor.name === 'sheetData' && token !== OPEN) {
        this.done = true;
        break;
      }
    }
    return rows;
  }

  private startRow(reference: string | undefined): void {
    this.lastRow = reference === undefined ? this.lastRow + 1 : Number(reference);
    damagedUnless(Number.isInteger(this.lastRow) && this.lastRow >= 1 && this.lastRow <= LIMITS.rows);
  }

  private readRow(cursor: XmlCursor, rows: SheetRow[]): void {
    const cells: RawCell[] = [];
    let blank = true;
    let column = -1;
    for (let token = cursor.next(); ; token = cursor.next()) {
      damagedUnless(token !== END);
      if (token === CLOSE && cursor.name === 'row') break;
      if (cursor.name !== 'c' || token === CLOSE) continue;
      this.readTag(cursor);
      column = this.tag.column >= 0 ? this.tag.column : column + 1;
      damagedUnless(column < LIMITS.columns);
      if (token === EMPTY) continue;
      const cell = this.readCell(cursor);
      if (cell === null) continue;
      while (cells.length < column) cells.push(null);
      cells[column] = cell;
      blank &&= isBlank(cell);
    }
    if (blank) return;
    this.slots += cells.length;
    if (this.slots > LIMITS.cells) fileRefused('file-too-large', { limitCells: LIMITS.cells });
    rows.push({ row: this.lastRow, cells });
  }

  private readTag(cursor: XmlCursor): void {
    this.xml = cursor.xml;
    this.tag.column = -1;
    this.tag.style = -1;
    this.tag.type = '';
    cursor.eachAttribute(this.takeAttribute);
  }

  /** `r`, `s` and `t`, read in place: a map per cell would double the time of a large file. */
  private readonly takeAttribute = (nameFrom: number, nameTo: number, from: number, to: number): void => {
    if (nameTo - nameFrom !== 1) return;
    const { xml, tag } = this;
    const name = xml.charCodeAt(nameFrom);
    if (name === 114) tag.column = columnOf(xml, from, to);
    else if (name === 115) tag.style = Number(xml.slice(from, to));
    else if (name === 116) tag.type = xml.slice(from, to);
  };

  private readCell(cursor: XmlCursor): RawCell {
    let formula: string | null = null;
    let value: Value = null;
    for (let token = cursor.next(); ; token = cursor.next()) {
      damagedUnless(token !== END);
      if (token === CLOSE && cursor.name === 'c') break;
      if (cursor.name === 'f' && token === EMPTY) formula = '';
      if (token !== OPEN) continue;
      if (cursor.name === 'v') value = this.valueOf(cursor.rawText());
      else if (cursor.name === 'is') value = owned(readRichText(cursor, 'is'));
      else if (cursor.name === 'f') formula = decodeXml(cursor.rawText());
    }
    return formula === null ? value : { kind: 'formula', formula, value };
  }

  private valueOf(raw: string): Value {
    const { strings, dateStyles, serialOffset } = this.meaning;
    switch (this.tag.type) {
      case 's': {
        const text = strings[Number(raw)];
        damagedUnless(text !== undefined);
        return text || null;
      }
      case 'str':
      case 'inlineStr':
        return owned(decodeCellText(raw));
      case 'b':
        return raw.trim() === '1' || raw.trim() === 'true';
      case 'e':
        return { kind: 'error', code: decodeXml(raw) };
      case 'd':
        return isoSerial(raw.trim());
      default: {
        const number = Number(raw);
        if (raw.trim() === '') return null;
        if (!Number.isFinite(number)) return decodeCellText(raw);
        return dateStyles[this.tag.style] ? { kind: 'date', serial: number + serialOffset } : number;
      }
    }
  }
}

/**
 * Text that does not keep alive the piece of XML it was cut from: whoever holds one cell of each piece would otherwise hold
 * the whole sheet. (V8 copies when it flattens the sum.) Empty text is no cell.
 */
function owned(text: string): string | null {
  return text === '' ? null : ` ${text}`.slice(1);
}

/** Column from 0 of a reference such as `AB12` or `ab`. */
export function columnOf(text: string, from = 0, to = text.length): number {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const letter = text.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  damagedUnless(column > 0 && column <= LIMITS.columns);
  return column - 1;
}

/** A date cell written as ISO 8601 text (t="d") as a serial of the 1900 system; other text stays text. */
function isoSerial(text: string): Value {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(text);
  const time = match ? Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}Z`) : Number.NaN;
  if (Number.isNaN(time)) return text || null;
  const serial = time / DAY_MS - EXCEL_EPOCH_DAY;
  // Serial 60 is a day that never was, so earlier days count one less.
  return { kind: 'date', serial: serial <= 60 ? serial - 1 : serial };
}
