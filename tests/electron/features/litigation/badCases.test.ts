/** A litigation ledger with something wrong in each row (issue 6, bad input): dates out of order, numbers malformed or of another year, a row twice. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCaseFacts } from '../../../../electron/features/litigation/readCase';
import { Builder } from '../../../support/builders';
import { importFile } from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

const HEAD =
  '分理处,合同号,案由,被告,诉讼标的本金(元),诉讼标的利息(元),受理法院,案号,立案日期,开庭日期,裁判文书号,裁判日期,生效日期';
const row = (contract: string, rest: string) => `青石分理处,${contract},金融借款合同纠纷,${rest}`;
const GOOD =
  '张三,1000.00,5.00,奉节县人民法院,（2026）渝0236民初1号,2026-02-02,2026-03-02,判决书,2026-04-02,2026-05-02';

let folder: TestFolder;
const contracts: string[] = [];
beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  const party = build.party({ name: '张三' });
  for (let count = 0; count < 8; count++) {
    const id = build.loan({ party_id: party });
    contracts.push(
      folder.open.store.sqlite.prepare('SELECT contract_no FROM loan WHERE id = ?').pluck().get(id) as string,
    );
  }
});
afterAll(() => folder.close());

function file(name: string, ...rows: string[]): string {
  const path = join(folder.dir, '..', name);
  writeFileSync(path, `\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n`);
  return path;
}
const at = (index: number): string => contracts[index] ?? '';

describe('IMP-01 LIT-13 a ledger with mistakes', () => {
  it('refuses what cannot be and warns of what a person has to look at; the rest comes in', async () => {
    const path = file(
      'cases.csv',
      row(at(0), GOOD),
      row(at(1), '张三,1000.00,5.00,奉节县人民法院,（2026）渝0236民初2号,2026-05-02,2026-03-02,判决书,2026-04-02,'),
      row(at(2), '张三,1000.00,5.00,奉节县人民法院,2026民初3,2026-02-02,,,,'),
      row(at(3), '张三,1000.00,5.00,奉节县人民法院,（2025）渝0236民初4号,2026-02-02,,,,'),
      row(at(4), ',1000.00,5.00,,,,,,,'),
      row(at(5), '张三,1000.00,5.00,,,2026-02-30,,,,'),
      row(at(6), '张三,1000.00,5.00,,,2027-02-02,,,,'),
      row('没有这份合同', '张三,1000.00,5.00,,,,,,,'),
      row(at(0), GOOD),
    );
    const result = await importFile(folder, path, { kind: 'cases', acceptWarnings: false });
    expect(result).toMatchObject({ kind: 'cases', added: 1 });
    const codes = (list: typeof result.refusals) => list.map(({ code }) => code).toSorted();
    expect(codes(result.refusals)).toEqual(
      expect.arrayContaining(['contract-unknown', 'date-future', 'date-impossible', 'defendant-missing']),
    );
    // Both the hearing and the judgment of one row lie before its acceptance.
    const found = ['case-dates-order', 'case-dates-order', 'case-filed-in-other-year', 'case-number-form'];
    expect(codes(result.warnings)).toEqual(found);
  });

  it('what came in out of order says where it does not fit, and stays as it was written', async () => {
    const path = file(
      'again.csv',
      row(at(7), '张三,1000.00,5.00,奉节县人民法院,（2026）渝0236民初9号,2026-05-02,,判决书,2026-04-02,'),
    );
    await importFile(folder, path, { kind: 'cases' });
    const facts = (await allCaseFacts(folder.open.store.read, '2026-11-22')).find(
      ({ loans }) => loans[0]?.contract === at(7),
    );
    expect(facts?.findings).toEqual([expect.objectContaining({ act: 'r:judged', code: 'act-out-of-order' })]);
    expect(facts?.acts.map(({ kind, on }) => [kind, on])).toEqual([
      ['judged', '2026-04-02'],
      ['accepted', '2026-05-02'],
    ]);
  });

  it('a later ledger changes its own row and adds no second case', async () => {
    const later = row(at(0), GOOD.replace('2026-05-02', '2026-05-04'));
    const result = await importFile(folder, file('later.csv', later), { kind: 'cases' });
    expect(result).toMatchObject({ added: 0, changed: 1 });
    const all = await allCaseFacts(folder.open.store.read, '2026-11-22');
    expect(all.filter(({ loans }) => loans[0]?.contract === at(0)).map(({ effect }) => effect?.effectiveOn)).toEqual([
      '2026-05-04',
    ]);
  });
});
