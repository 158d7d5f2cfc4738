/**
 * Walks the tags of a piece of XML without building a tree. Namespace prefixes are dropped, comments and instructions
 * passed over; entities of a DOCTYPE are never expanded, so there is nothing to blow up.
 */

export const END = 0;
export const OPEN = 1;
/** `<a/>` */
export const EMPTY = 2;
export const CLOSE = 3;
/** CDATA, comment or instruction: only of interest to those who collect text. */
export const OTHER = 4;
export type XmlToken = typeof END | typeof OPEN | typeof EMPTY | typeof CLOSE | typeof OTHER;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character data as the document means it. */
export function decodeXml(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** A string value of a workbook: XML text in which `_x000D_` stands for characters that XML cannot hold. */
export function decodeCellText(raw: string): string {
  const text = decodeXml(raw);
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

export class XmlCursor {
  /** Local name of the current tag. */
  name = '';
  private attributesFrom = 0;
  private attributesTo = 0;
  private position = 0;
  private textFrom = 0;
  private textTo = 0;
  private cdata = '';

  constructor(readonly xml: string) {}

  next(): XmlToken {
    const { xml } = this;
    const open = xml.indexOf('<', this.position);
    this.textFrom = this.position;
    if (open < 0) {
      this.position = xml.length;
      this.textTo = xml.length;
      return END;
    }
    this.textTo = open;
    const first = xml.charCodeAt(open + 1);
    if (first === 33 || first === 63) return this.passOver(open);
    const closing = first === 47;
    return this.readTag(closing ? open + 2 : open + 1, closing);
  }

  /** Value of an attribute of the current tag, by its qualified name. */
  attribute(name: string): string | undefined {
    return this.attributes().get(name);
  }

  attributes(): Map<string, string> {
    const found = new Map<string, string>();
    this.eachAttribute((nameFrom, nameTo, from, to) => {
      found.set(this.xml.slice(nameFrom, nameTo).trimEnd(), decodeXml(this.xml.slice(from, to)));
    });
    return found;
  }

  /** Places of the attributes of the current tag in `xml`, for callers that read millions of them; values undecoded. */
  eachAttribute(visit: (nameFrom: number, nameTo: number, from: number, to: number) => void): void {
    const { xml, attributesTo: end } = this;
    for (let at = this.attributesFrom; at < end; ) {
      while (at < end && isSpace(xml.charCodeAt(at))) at++;
      let equals = at;
      while (equals < end && xml.charCodeAt(equals) !== 61) equals++;
      let open = equals + 1;
      while (open < end && isSpace(xml.charCodeAt(open))) open++;
      const quote = xml.charCodeAt(open);
      let close = open + 1;
      while (close < end && xml.charCodeAt(close) !== quote) close++;
      if (close >= end) return;
      visit(at, equals, open + 1, close);
      at = close + 1;
    }
  }

  /** After `Open`: all text up to the end of that element, undecoded but for CDATA's own; the cursor stands on its close. */
  rawText(): string {
    let text = '';
    for (let depth = 1; depth > 0; ) {
      const token = this.next();
      if (this.textTo > this.textFrom) text += this.xml.slice(this.textFrom, this.textTo);
      if (token === OPEN) depth++;
      else if (token === CLOSE) depth--;
      else if (token === OTHER) text += this.cdata;
      else if (token === END) return text;
    }
    return text;
  }

  private readTag(from: number, closing: boolean): XmlToken {
    const { xml } = this;
    let at = from;
    let nameFrom = from;
    let code = xml.charCodeAt(at);
    while (code !== 62 && code !== 47 && !isSpace(code) && at < xml.length) {
      if (code === 58) nameFrom = at + 1;
      code = xml.charCodeAt(++at);
    }
    this.name = xml.slice(nameFrom, at);
    this.attributesFrom = at;
    let quote = 0;
    while (at < xml.length && (code !== 62 || quote !== 0)) {
      if (quote === 0 && (code === 34 || code === 39)) quote = code;
      else if (code === quote) quote = 0;
      code = xml.charCodeAt(++at);
    }
    const empty = xml.charCodeAt(at - 1) === 47;
    this.attributesTo = empty ? at - 1 : at;
    this.position = at + 1;
    if (at >= xml.length) return END;
    if (closing) return CLOSE;
    return empty ? EMPTY : OPEN;
  }

  private passOver(open: number): XmlToken {
    const { xml } = this;
    const isCdata = xml.startsWith('<![CDATA[', open);
    const close = isCdata ? ']]>' : xml.startsWith('<!--', open) ? '-->' : '>';
    const end = xml.indexOf(close, open + 2);
    const to = end < 0 ? xml.length : end;
    // Escaped again so that one decoding serves all collected text.
    this.cdata = isCdata ? xml.slice(open + 9, to).replaceAll('&', '&amp;') : '';
    this.position = end < 0 ? xml.length : end + close.length;
    return OTHER;
  }
}
