import { demoLoans } from '@shared/domain/demo/demoLoans';
import { grams, searchTextOf } from '@shared/domain/search/searchText';
import { sortKey } from '@shared/domain/search/sortKey';
import { recordHash } from '../../electron/features/imports/recordHash';
const n = 50000;
const records = Array.from(demoLoans(n), (demo) => demo.loan);
const t = (name: string, f: (i: number) => unknown) => { for (let r = 0; r < 2; r++) { const c = process.cpuUsage(); for (let i = 0; i < n; i++) f(i); const u = process.cpuUsage(c); if (r === 1) console.log(name, ((u.user + u.system) / n).toFixed(2), 'us'); } };
sortKey('王');
t('hash', (i) => recordHash(records[i]));
t('json', (i) => JSON.stringify(records[i]));
const texts = records.map((r) => searchTextOf([r.contractNo, r.receiptNo]));
const ptexts = records.map((r) => searchTextOf([r.borrower.name, r.borrower.idNo, r.borrower.phone, r.borrower.address]));
t('text loan', (i) => searchTextOf([records[i]!.contractNo, records[i]!.receiptNo]));
t('text party', (i) => { const b = records[i]!.borrower; return searchTextOf([b.name, b.idNo, b.phone, b.address]); });
t('grams loan', (i) => grams(texts[i]!).join(' '));
t('grams party', (i) => grams(ptexts[i]!).join(' '));
t('sortKey', (i) => sortKey(records[i]!.borrower.name));
console.log(texts[100], ptexts[100]);
import { hash } from 'node:crypto';
function flat(record: object): string { let text = ''; for (const key in record) { const v = (record as Record<string, unknown>)[key]; text += v === null ? '\u0000' : typeof v === 'object' ? `\u0002${flat(v as object)}\u0003` : `${v}\u0001`; } return text; }
t('flat', (i) => flat(records[i]!));
t('flat+sha', (i) => hash('sha256', flat(records[i]!), 'base64url').slice(0, 22));
t('flat+sha buf', (i) => hash('sha256', flat(records[i]!), 'hex').slice(0, 32));
t('jsonvalues', (i) => JSON.stringify(Object.values(records[i]!)));
const keysOf = Object.keys(records[0]!);
t('json replacer-none values fixed', (i) => { const r = records[i] as unknown as Record<string, unknown>; const a = new Array(31); for (let k = 0; k < 31; k++) a[k] = r[keysOf[k]!]; return a.join('\u001f'); });
const numerals: string[] = [];
const numeral = (c: number) => numerals[c] ?? (numerals[c] = c.toString(36));
const isDigit = (code: number) => code >= 48 && code <= 57;
function gramText(folded: string): string { let text = ''; let first = -1; let second = -1; for (let at = 0; at < folded.length; at++) { const third = folded.codePointAt(at) as number; if (third > 0xffff) at++; if (third === 10) { first = second = -1; continue; } if (!isDigit(second) || !isDigit(third)) { if (second !== -1) text += `g${numeral(second)}z${numeral(third)} `; } else if (isDigit(first)) text += `${folded.slice(at - 2, at + 1)} `; first = second; second = third; } return text; }
t('gramText loan', (i) => gramText(texts[i]!));
t('gramText party', (i) => gramText(ptexts[i]!));
const bytes = Buffer.alloc(4000);
const D = '0123456789abcdefghijklmnopqrstuvwxyz'; const DC = Array.from(D, (c) => c.charCodeAt(0));
function put(n: number, c: number): number { if (c >= 1296 * 36) bytes[n++] = DC[Math.floor(c / 46656) % 36]!; if (c >= 1296) bytes[n++] = DC[Math.floor(c / 1296) % 36]!; if (c >= 36) bytes[n++] = DC[Math.floor(c / 36) % 36]!; bytes[n++] = DC[c % 36]!; return n; }
function gramBytes(folded: string): string { let n = 0; let first = -1; let second = -1; for (let at = 0; at < folded.length; at++) { const third = folded.codePointAt(at) as number; if (third > 0xffff) at++; if (third === 10) { first = second = -1; continue; } if (!isDigit(second) || !isDigit(third)) { if (second !== -1) { bytes[n++] = 103; n = put(n, second); bytes[n++] = 122; n = put(n, third); bytes[n++] = 32; } } else if (isDigit(first)) { bytes[n++] = first; bytes[n++] = second; bytes[n++] = third; bytes[n++] = 32; } first = second; second = third; } return bytes.latin1Slice(0, n); }
t('gramBytes loan', (i) => gramBytes(texts[i]!));
t('gramBytes party', (i) => gramBytes(ptexts[i]!));
