/** Equal papers give equal bytes: what a Word package says of its making is the paper's own date, not the clock's. */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { visibleText } from '@shared/domain/documents/typesetting';
import { escapeXml } from '../sheets/cellXml';

const NAMESPACES = [
  ['cp', 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
]
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ');

/** Title, author and dates of the file, in place of those that the library writes. */
export function coreProperties({ title, unit, code, date }: PaperDocument): { path: string; data: string } {
  const text = (tag: string, content: string) => `<${tag}>${escapeXml(visibleText(content))}</${tag}>`;
  const time = (tag: string) => `<${tag} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</${tag}>`;
  const properties = [
    text('dc:title', title),
    text('dc:creator', unit),
    text('dc:description', code),
    text('cp:lastModifiedBy', unit),
    '<cp:revision>1</cp:revision>',
    time('dcterms:created'),
    time('dcterms:modified'),
  ];
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const data = `${head}<cp:coreProperties ${NAMESPACES}>${properties.join('')}</cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}

const END_OF_DIRECTORY = Buffer.from('504b0506', 'hex');
/** 1980-01-01 00:00, the first moment that a zip knows: time, then date. */
const FIRST_MOMENT = 0x00210000;

/** The zip with the same moment on each of its parts, in place. */
export function withFixedTimes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(END_OF_DIRECTORY);
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(FIRST_MOMENT, entry + 12);
    zip.writeUInt32LE(FIRST_MOMENT, zip.readUInt32LE(entry + 42) + 10);
    const lengths = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return zip;
}
