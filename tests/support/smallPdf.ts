/** Small PDF files by hand: what a scanner, a word processor and a careless editor write. */
import { deflateSync } from 'node:zlib';

export interface SmallPdf {
  readonly pages: number;
  /** Objects in a compressed stream, as newer programs write them. */
  readonly packed?: boolean;
  readonly encrypted?: boolean;
}

/** A PDF with empty pages; enough of one for whoever reads its page tree, and for pdf.js. */
export function smallPdf({ pages, packed = false, encrypted = false }: SmallPdf): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>';
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => page),
  ];
  const extra = encrypted ? ' /Encrypt 99 0 R' : '';
  return packed ? packedPdf(bodies, extra) : plainPdf(bodies, extra);
}

function plainPdf(bodies: readonly string[], extra: string): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = bodies.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(
    `${text}${xref}trailer\n<< /Size ${size} /Root 1 0 R${extra} >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** All objects in one object stream; a cross-reference stream behind it. */
function packedPdf(bodies: readonly string[], extra: string): Buffer {
  const offsets: number[] = [];
  let inner = '';
  for (const body of bodies) {
    offsets.push(inner.length);
    inner += `${body} `;
  }
  const head = offsets.map((at, index) => `${index + 1} ${at}`).join(' ');
  const stream = deflateSync(Buffer.from(`${head} ${inner}`, 'latin1'));
  const container = bodies.length + 1;
  const begin = Buffer.from(
    `%PDF-1.5\n${container} 0 obj\n<< /Type /ObjStm /N ${bodies.length} /First ${head.length + 1} /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`,
    'latin1',
  );
  const first = Buffer.concat([begin, stream, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
  const size = container + 2;
  const rows = Buffer.alloc(size * 6);
  const row = (index: number, type: number, a: number, b: number): void => {
    rows.writeUInt8(type, index * 6);
    rows.writeUInt32BE(a, index * 6 + 1);
    rows.writeUInt8(b, index * 6 + 5);
  };
  for (const [index] of bodies.entries()) row(index + 1, 2, container, index);
  row(container, 1, 9, 0);
  row(container + 1, 1, first.length, 0);
  const xref = deflateSync(rows);
  const dictionary = `<< /Type /XRef /Size ${size} /W [1 4 1] /Root 1 0 R${extra} /Filter /FlateDecode /Length ${xref.length} >>`;
  return Buffer.concat([
    first,
    Buffer.from(`${container + 1} 0 obj\n${dictionary}\nstream\n`, 'latin1'),
    xref,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${first.length}\n%%EOF\n`, 'latin1'),
  ]);
}
