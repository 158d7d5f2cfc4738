/** The fixed parts of a written workbook: its styles, its list of sheets, and the frame around a sheet's rows. */

import { escapeXml, STYLE } from './cellXml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Number formats of our own; the amount's is the same for 元 and 万元: the heading names the unit. */
const FORMATS = {
  amount: [164, '#,##0.00'],
  date: [165, 'yyyy\\-mm\\-dd'],
  count: [166, '#,##0'],
  rate: [167, '0.00%'],
} as const;
/** Built-in format "text". */
const TEXT_FORMAT = 49;

export function stylesXml(): string {
  const formats = Object.values(FORMATS).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  const styles: string[] = [];
  const put = (index: number, xml: string): void => {
    styles[index] = xml;
  };
  put(0, xf(0, ''));
  // Headings come from people and from imported files: they stay text when they are edited, like every other text.
  put(STYLE.title, xf(TEXT_FORMAT, 'fontId="1" applyFont="1" quotePrefix="1"'));
  const heading = xf(
    TEXT_FORMAT,
    'fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" quotePrefix="1"',
    'wrapText="1"',
  );
  put(STYLE.heading, heading);
  put(STYLE.heading + 1, heading);
  const pair = (index: number, format: number, more = ''): void => {
    put(index, xf(format, more));
    put(index + 1, xf(format, `${more} fillId="3" applyFill="1"`));
  };
  pair(STYLE.text, TEXT_FORMAT);
  pair(STYLE.quoted, TEXT_FORMAT, 'quotePrefix="1"');
  for (const kind of ['amount', 'date', 'count', 'rate'] as const) pair(STYLE[kind], FORMATS[kind][0]);
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE7ECF2')}${fill('FFFFE08A')}</fills>` +
    `<borders count="2"><border/><border><bottom style="thin"><color rgb="FF8C98A6"/></bottom></border></borders>` +
    `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`
  );
}

const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;

function xf(format: number, attributes: string, alignment = ''): string {
  const align = `<alignment vertical="top" ${alignment}/>`;
  return `<xf xfId="0" numFmtId="${format}" applyNumberFormat="1" applyAlignment="1" ${attributes}>${align}</xf>`;
}

export function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

export function workbookLinksXml(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheetCount + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

export const rootLinksXml = (): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function contentTypesXml(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${sheets.join('')}</Types>`
  );
}

/** Opening of a sheet up to its first row; `widths` in characters, `frozenRows` stay in sight when scrolling. */
export function sheetOpening(widths: readonly number[], frozenRows: number): string {
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
      : '';
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>`
  );
}

/** Excel's limit for the text of a page's head or foot, its codes included. */
const PAGE_TEXT = 255;

/** The end of a sheet; a watermark stands at the head and the foot of every page that is printed from it. */
export function sheetClosing(watermark?: string): string {
  if (watermark === undefined) return '</sheetData></worksheet>';
  // A single & begins a code of the page text, e.g. &P for the page number.
  const text = escapeXml(watermark.slice(0, PAGE_TEXT / 3).replaceAll('&', '&&'));
  const header = `<oddHeader>&amp;C${text}</oddHeader>`;
  const footer = `<oddFooter>&amp;L${text}&amp;R&amp;P / &amp;N</oddFooter>`;
  return `</sheetData><headerFooter>${header}${footer}</headerFooter></worksheet>`;
}
