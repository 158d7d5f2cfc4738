/** The money, counsels and reviews of the sample cases in a real folder (LIT-10, LIT-12, LIT-13, LIT-15, LIT-16; B4 §20, §23–27, §30–32). */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseListItem } from '@shared/contract/litigationInputs';
import type { Measures } from '@shared/domain/litigation/openReview';
import { partyIdOf } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookFee, reverseFee } from '../../../../electron/features/caseMoney/bookFee';
import { loansInDebt } from '../../../../electron/features/caseMoney/caseMoney.repository';
import { quoteCaseFee, showCaseMoney } from '../../../../electron/features/caseMoney/readCaseMoney';
import { linkMoney, receiveMoney } from '../../../../electron/features/caseMoney/receiveMoney';
import { exportReviews } from '../../../../electron/features/caseReview/exportReviews';
import { listReviews, showReview } from '../../../../electron/features/caseReview/readReviews';
import { acknowledgeBreach, recordReview } from '../../../../electron/features/caseReview/recordReview';
import { endEngagement, engageCounsel, showCaseCounsel } from '../../../../electron/features/counsel/engageCounsel';
import { noteCounsel, registerCounsel, showCounsels } from '../../../../electron/features/counsel/keepCounsels';
import { listCases } from '../../../../electron/features/litigation/listCases';
import { findCase } from '../../../../electron/features/litigation/readCase';
import { recordAct } from '../../../../electron/features/litigation/recordAct';
import { recordReceipt } from '../../../../electron/features/receipts/recordReceipt';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { importFile, SAMPLE, samplePath } from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { receipt } from '../receipts/support';

let folder: TestFolder;
let people: People;
let clerk: OpenFolder;
let head: OpenFolder;
let cases: CaseListItem[];

const refused = (code: string, facts: object = {}) => ({ refusal: expect.objectContaining({ code, ...facts }) });
const count = (table: string) => folder.open.store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const caseIn = (stage: string, gate = 'open') =>
  present(
    cases.find((each) => each.stage === stage && each.gate === gate),
    `${stage} ${gate} of ${cases.map((each) => `${each.stage} ${each.gate}`)}`,
  );
const money = (id: number) => showCaseMoney(folder.services, folder.open, id);

beforeAll(async () => {
  folder = await makeFolder();
  for (const name of [SAMPLE.on, SAMPLE.off, SAMPLE.guarantors, SAMPLE.collateral, '诉讼案件台账.xlsx'])
    await importFile(folder, samplePath(name));
  people = await withPeople(folder.open, {
    wu: ['clerk'],
    assets: ['asset-preservation-head'],
    m1: ['committee-member'],
  });
  clerk = await people.as('wu');
  head = await people.as('assets');
  cases = (await listCases(folder.services, folder.open, { text: '', unit: null, stages: [], view: 'all', limit: 500 }))
    .items;
}, 120_000);
afterAll(() => folder.close());

const fee = (id: number, given: object = {}) => ({
  id,
  kind: 'announcement' as const,
  move: 'advanced' as const,
  amount: 30_000,
  on: TODAY,
  voucherNo: `F${id}`,
  payee: '人民法院报社',
  tariff: null,
  reason: null,
  requestId: randomUUID(),
  ...given,
});

describe('B4 §23 fees of a case', () => {
  it('a case that is not filed books none; nothing is written', async () => {
    const closed = present(
      cases.find(({ gate }) => gate === 'closed'),
      'a closed gate',
    );
    await expect(bookFee(folder.services, clerk, fee(closed.id))).rejects.toMatchObject(
      refused('fee-unfiled', { article: expect.stringContaining('第二十三条') }),
    );
    expect((await money(closed.id)).closed).toMatchObject({ article: expect.stringContaining('第二十三条') });
    expect(count('case_fee')).toBe(0);
  });

  it('a filed case books by the tariff, leaves the act once, and takes back both', async () => {
    const { id } = caseIn('accepted');
    const { quotes } = await money(id);
    const quote = present(
      quotes.find(({ kind }) => kind === 'acceptance'),
      'the fee of acceptance',
    );
    const tariff = { base: quote.base, on: quote.on, halved: quote.halved };
    expect(await quoteCaseFee(folder.services, folder.open, { kind: 'acceptance', ...tariff })).toEqual(quote);
    const paid = { kind: 'acceptance', move: 'paid', amount: quote.amount, payee: '奉节县人民法院', tariff } as const;
    await expect(bookFee(folder.services, clerk, fee(id, { ...paid, tariff: null }))).rejects.toMatchObject(
      refused('fee-base-missing'),
    );
    await expect(
      bookFee(folder.services, clerk, fee(id, { ...paid, amount: quote.amount + 10_000 })),
    ).rejects.toMatchObject(refused('fee-off-tariff'));
    const input = fee(id, paid);
    const first = await bookFee(folder.services, clerk, input);
    expect(await bookFee(folder.services, clerk, input)).toEqual(first);
    const after = await money(id);
    expect(after.sums).toMatchObject({ paid: quote.amount });
    expect(after.entries).toHaveLength(1);
    const act = after.entries[0]?.act;
    const standing = () =>
      folder.open.store.sqlite
        .prepare("SELECT count(*) FROM case_act WHERE kind = 'fee-paid' OR reverses = ?")
        .pluck()
        .get(act);
    expect(standing()).toBe(1);
    await reverseFee(folder.services, head, { fee: first.fee, reason: '凭证录错' });
    expect(standing()).toBe(2);
    expect((await money(id)).sums).toMatchObject({ paid: 0 });
    await expect(reverseFee(folder.services, head, { fee: first.fee, reason: '凭证录错' })).rejects.toMatchObject(
      refused('fee-reversed'),
    );
  });

  it('rows are only added', () => {
    const run = (sql: string) => () => folder.open.store.sqlite.exec(sql);
    expect(run('UPDATE case_fee SET amount = 1')).toThrow(/only added to/);
    expect(run('DELETE FROM case_fee')).toThrow(/only added to/);
  });
});

describe('B4 §20 money of a case', () => {
  it('receipt, act and link are one step; another household’s money is refused', async () => {
    const found = caseIn('enforcing');
    const household = present(partyIdOf(found.household), 'its household');
    const other = present(
      partyIdOf(
        present(
          cases.find((each) => each.household !== found.household),
          'another',
        ).household,
      ),
      '',
    );
    const book = (party: number, given: object = {}) =>
      receiveMoney(folder.services, clerk, {
        id: found.id,
        receipt: receipt(party, { amount: 10_000, receivedOn: TODAY, bookedOn: TODAY, ...given }),
        requestId: randomUUID(),
      });
    const { loans } = present(findCase(folder.open.store.read, found.id), 'the case');
    const owed = loansInDebt(folder.open.store.read, household);
    const claimed = present(loans[0], 'a claimed loan').loanId;
    const elsewhere = present(
      owed.find((id) => !loans.some(({ loanId }) => loanId === id)),
      'a loan outside the case',
    );
    const to = (loanId: number) => ({ designation: { note: '执行款', parts: [{ loanId, amount: 10_000 }] } });
    await expect(book(other)).rejects.toMatchObject(refused('case-household-other'));
    // The household owes more than the case is about: what a court hands out repays what the court decided.
    await expect(book(household)).rejects.toMatchObject(refused('case-money-elsewhere'));
    await expect(book(household, to(elsewhere))).rejects.toMatchObject(refused('case-money-elsewhere'));
    expect(count('payment')).toBe(0);
    const { act, number } = await book(household, to(claimed));
    const after = await money(found.id);
    expect(after.money).toContainEqual(
      expect.objectContaining({ act, amount: 10_000, booked: 10_000, state: 'booked' }),
    );
    expect(after.receipts).toEqual([expect.objectContaining({ act, number, amount: 10_000 })]);
  });

  it('money that was recorded without a receipt is a breach until it is booked and linked (LIT-15)', async () => {
    const found = caseIn('enforcing');
    const record = { kind: 'money-received', on: '2026-11-16', detail: { amount: 5_000 } } as const;
    const none = { documentId: null, note: null, files: [], accepted: [], reason: null };
    const { act } = await recordAct(folder.services, clerk, {
      id: found.id,
      ...record,
      ...none,
      requestId: randomUUID(),
    });
    const unbooked = async () =>
      (await showReview(folder.services, folder.open, found.id)).breaches.filter(({ kind }) => kind === 'unbooked');
    expect(await unbooked()).toEqual([
      expect.objectContaining({
        key: `unbooked:${act}`,
        article: expect.stringContaining('第三十二条第九项'),
        note: null,
      }),
    ]);
    const { requestId: _, ...input } = {
      ...receipt(present(partyIdOf(found.household), ''), {
        amount: 5_000,
        receivedOn: '2026-11-16',
        bookedOn: '2026-11-16',
        voucherNo: 'B2',
      }),
      requestId: '',
    };
    const { id: payment } = await recordReceipt(folder.services, clerk, { ...input, requestId: randomUUID() });
    await expect(linkMoney(clerk, { id: found.id, act: 'a999', payment })).rejects.toMatchObject(
      refused('act-unknown'),
    );
    await linkMoney(clerk, { id: found.id, act, payment });
    await expect(linkMoney(clerk, { id: found.id, act, payment })).rejects.toMatchObject(refused('receipt-unknown'));
    expect(await unbooked()).toEqual([]);
  });
});

describe('LIT-12 counsels and their cases', () => {
  const lawyer = (given: object = {}) => ({
    name: '赵律师',
    kind: 'agent' as const,
    firm: '某律师事务所',
    licenceNo: '15001200610000001',
    licensedOn: '2012-05-01',
    experience: '金融借款案二十件',
    character: '良好',
    ...given,
  });
  const note = (id: number, given: object) =>
    noteCounsel(folder.services, head, {
      id,
      kind: 'filed',
      on: TODAY,
      number: null,
      cause: null,
      text: '登记',
      ...given,
    });

  it('only a counsel of the register who meets everything takes a case; dismissal ends his cases at once (B4 §26, §27)', async () => {
    const { id } = await registerCounsel(folder.services, head, lawyer());
    await expect(registerCounsel(folder.services, head, lawyer())).rejects.toMatchObject(refused('licence-known'));
    const file = caseIn('accepted');
    const engage = (given: object = {}) =>
      engageCounsel(folder.services, head, {
        ...{ id: file.id, counsel: id, mode: 'ordinary', contract: null, permitNo: null, on: TODAY },
        ...given,
      } as never);
    await expect(engage()).rejects.toMatchObject(refused('counsel-unfit', { facts: { missing: ['filed'] } }));
    await expect(note(id, {})).rejects.toMatchObject(refused('counsel-entry-incomplete'));
    await note(id, { number: '备1号' });
    await expect(engage({ mode: 'risk', contract: 99 })).rejects.toMatchObject(refused('risk-agency-unapproved'));
    const { engagement } = await engage();
    await expect(engage()).rejects.toMatchObject(refused('counsel-engaged'));
    await endEngagement(folder.services, head, { id: file.id, engagement, on: TODAY, reason: '另行委托' });
    await engage();
    await note(id, { kind: 'penalty', text: '行业警告' });
    const breach = async () => (await showReview(folder.services, folder.open, file.id)).breaches.map(({ key }) => key);
    expect(await breach()).toContain('agent-unfiled:赵律师');
    expect(await note(id, { kind: 'dismissed', cause: 'neglect', text: '怠于举证致败诉' })).toEqual({ ended: 1 });
    expect(await breach()).not.toContain('agent-unfiled:赵律师');
    expect((await showCaseCounsel(folder.services, folder.open, file.id)).engaged).toEqual([
      expect.objectContaining({ endedReason: '另行委托' }),
      expect.objectContaining({ endedOn: TODAY, endedReason: '怠于举证致败诉' }),
    ]);
    const { items } = await showCounsels(folder.services, folder.open);
    expect(items[0]).toMatchObject({ cases: 0, fitness: { isFit: false } });
    await expect(note(id, { kind: 'penalty' })).rejects.toMatchObject(refused('counsel-dismissed'));
  });
});

describe('LIT-13, LIT-15 reviews and breaches of the sample ledger', () => {
  it('every open case is listed with its review; what the books show is found with its article', async () => {
    const { items, due, breaches } = await listReviews(folder.services, folder.open);
    expect(items.length).toBeGreaterThan(0);
    expect(due).toBe(items.filter(({ standing }) => standing.isDue).length);
    expect(breaches).toBeGreaterThan(0);
    for (const { breaches: found } of items)
      for (const each of found) expect(each.article).toMatch(/^B4 .*第三十[一二]条第.+项$/);
  });

  it('a case past a legal period is reviewed with cause, difficulty, solution and its day; a breach is explained once and stays', async () => {
    const { items } = await listReviews(folder.services, folder.open);
    const late = present(
      items.find(({ standing }) => standing.overdue.length > 0),
      'a case past a period',
    );
    const review = (said: Measures) =>
      recordReview(folder.services, clerk, { id: late.id, finding: '排查无新情况', ...said });
    const said = { cause: '送达困难', difficulty: '被告外出', solution: '申请公告送达', until: '2026-12-20' };
    await expect(review({ cause: null, difficulty: null, solution: null, until: null })).rejects.toMatchObject(
      refused('review-cause-missing', { article: expect.stringContaining('第三十条') }),
    );
    await review(said);
    const after = await showReview(folder.services, folder.open, late.id);
    expect(after.reviews).toEqual([
      expect.objectContaining({ ...said, overdue: late.standing.overdue.map(({ kind }) => kind) }),
    ]);
    expect(after.standing).toMatchObject({ dueOn: '2026-12-22', isDue: false });

    const wrong = present(
      items.find((each) => each.breaches.length > 0),
      'a breach',
    );
    const breach = present(wrong.breaches[0], 'a breach').key;
    const member = await people.as('m1');
    const say = (key: string) =>
      acknowledgeBreach(folder.services, member, { id: wrong.id, breach: key, reason: '已责成整改' });
    await expect(say('unfiled-suit:nothing')).rejects.toMatchObject(refused('breach-unknown'));
    await say(breach);
    await expect(say(breach)).rejects.toMatchObject(refused('breach-noted'));
    const { breaches } = await showReview(folder.services, folder.open, wrong.id);
    expect(breaches.find(({ key }) => key === breach)?.note).toMatchObject({ reason: '已责成整改', by: '人员m1' });
  });

  it('both lists go out as Excel', async () => {
    for (const list of ['reviews', 'breaches'] as const) {
      const path = join(folder.dir, '..', `${list}.xlsx`);
      const done = await exportReviews(folder.services, folder.open, {
        list,
        format: 'xlsx',
        reason: '报送检查',
        path,
      });
      expect(done.lines).toBeGreaterThan(0);
      expect(existsSync(path)).toBe(true);
    }
  });
});
