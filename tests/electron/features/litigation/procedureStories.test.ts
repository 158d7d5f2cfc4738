/** The less used ways of a case, each from its opening to its end through the contract, with a wrong turn on the way (LIT-07). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TODAY } from '../../../support/approvals';
import { Branch, STORY_COURT, Story } from '../../../support/caseStory';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let branch: Branch;
let story: Story;
beforeAll(async () => {
  folder = await makeFolder();
  branch = await Branch.of(folder);
});
afterAll(() => folder.close());
beforeEach(async () => {
  story = await Story.open(branch);
});

const court = { court: STORY_COURT };
const enforcementNo = () => ({ ...court, caseNo: `（2026）渝0236执${story.id}号` });

async function accepted(on = '2026-01-08'): Promise<void> {
  await story.did('sued', '2026-01-05', court);
  await story.did('accepted', on, { ...court, procedure: 'ordinary', caseNo: `（2026）渝0236民初${story.id}号` });
}

async function effective(): Promise<void> {
  await accepted();
  await story.did('hearing-held', '2026-02-10');
  await story.did('judged', '2026-03-02', { paperNo: '判决书', paper: 'judgment', result: 'granted' });
  await story.did('effective', '2026-03-20', { performBy: '2026-03-30' });
}

async function enforcing(): Promise<void> {
  await effective();
  await story.did('enforcement-applied', '2026-04-07', court);
  await story.did('enforcement-accepted', '2026-04-09', enforcementNo());
}

describe('payment order (民诉法 225–228)', () => {
  const order = { ...court, amount: 1_000_000 };

  it('issued, served, not objected to: it is enforced', async () => {
    await story.did('payment-order-applied', '2026-09-01', order);
    expect(await story.refused('judged', '2026-09-05', { paperNo: '1', paper: 'judgment', result: 'granted' })).toBe(
      'act-out-of-order',
    );
    expect(await story.refused('payment-order-effective', '2026-09-05')).toBe('act-out-of-order');
    await story.did('payment-order-issued', '2026-09-10', { paperNo: '（2026）渝0236民督1号', amount: 1_000_000 });
    expect(await story.deadline('order-service')).toEqual(['2026-10-10', 'missed']);
    await story.did('payment-order-served', '2026-09-14', { party: 'p1', method: 'direct' });
    expect(await story.deadline('order-objection')).toEqual(['2026-09-29', 'missed']);
    await story.did('payment-order-effective', '2026-09-30', { performBy: '2026-09-29' });
    await story.did('enforcement-applied', '2026-10-09', court);
    expect(await story.state()).toBe('enforcing');
  });

  it('objected to: the way is open for a suit; never after property was preserved before (解释 427)', async () => {
    await story.did('payment-order-applied', '2026-09-01', order);
    await story.did('payment-order-issued', '2026-09-10', { paperNo: '民督1号' });
    await story.did('payment-order-served', '2026-09-14', { party: 'p1', method: 'direct' });
    await story.did('payment-order-objected', '2026-09-20', { party: 'p1' });
    expect(await story.refused('payment-order-effective', '2026-09-30', {})).toBe('act-out-of-order');
    await story.did('sued', '2026-10-08', court);
    expect(await story.state()).toBe('sued');

    story = await Story.open(branch);
    await story.did('preservation-applied', '2026-09-01', { when: 'pre-suit', ...court, amount: 1_000_000 });
    await story.did('preservation-ordered', '2026-09-02', { when: 'pre-suit', paperNo: '财保1号' });
    expect(await story.refused('payment-order-applied', '2026-09-03', order)).toBe('payment-order-excluded');
  });
});

describe('notarised instrument (民诉法 249, 法释〔2018〕18号 9)', () => {
  it('goes to enforcement without a suit, but not past the gate; each instalment has its own period', async () => {
    story = await Story.open(branch, { free: false });
    const certificate = { paperNo: '（2026）渝奉证执字第1号', amount: 1_000_000 };
    expect(await story.refused('certificate-issued', '2026-06-01', certificate)).toBe('gate-evidence-missing');
    await story.override();
    // Due before the certificate, as what is enforced by it is.
    const instalments = ['2026-02-28', '2026-05-31'];
    expect(
      await story.refused('certificate-issued', '2026-06-01', {
        ...certificate,
        instalments: instalments.toReversed(),
      }),
    ).toBe('act-dates-wrong');
    await story.did('certificate-issued', '2026-06-01', { ...certificate, instalments });
    expect(await story.deadline('enforcement-period')).toEqual(['2028-02-28', 'open']);
    expect(await story.refused('appealed', '2026-06-05', { by: 'other' })).toBe('act-out-of-order');
    await story.did('enforcement-applied', '2026-10-09', court);
    await story.did('performed', '2026-11-02', { text: '全部履行' });
    expect(await story.state()).toBe('closed');
  });
});

describe('arbitration (B4 §33)', () => {
  it('from the application to the award and its enforcement; there is no appeal', async () => {
    await story.did('arbitration-applied', '2026-03-02', { court: '重庆仲裁委员会' });
    expect(
      await story.refused('accepted', '2026-03-05', { caseNo: '（2026）渝0236民初1号', procedure: 'ordinary' }),
    ).toBe('act-out-of-order');
    await story.did('arbitration-accepted', '2026-03-06', { paperNo: '渝仲字第1号' });
    await story.did('hearing-held', '2026-04-15');
    await story.did('awarded', '2026-05-20', { paperNo: '渝仲裁1号', result: 'granted', performBy: '2026-06-20' });
    expect(await story.refused('appealed', '2026-05-25', { by: 'us' })).toBe('act-out-of-order');
    expect(await story.deadline('enforcement-period')).toEqual(['2028-06-20', 'open']);
    await story.did('enforcement-applied', '2026-07-01', court);
    await story.did('enforcement-ended', '2026-10-12', { paperNo: '终结裁定', text: '执行完毕' });
    await story.did('closed', '2026-10-13', { text: '已收回' });
    expect(await story.state()).toBe('closed');
  });
});

describe('bankruptcy (企业破产法 45–58, 115)', () => {
  it('the claim is declared in time or late with a reason; nothing is enforced beside it', async () => {
    await enforcing();
    const opened = { ...court, caseNo: '（2026）渝02破1号', until: '2026-07-31' };
    await story.did('bankruptcy-accepted', '2026-06-01', opened);
    expect(await story.refused('enforcement-applied', '2026-06-05', court)).toBe('act-out-of-order');
    expect((await story.deadline('claim-declaration'))?.[1]).toBe('missed');
    const late = await story.refused('claim-declared', '2026-08-05', { amount: 1_000_000 });
    expect(late).toBe('act-warned claim-late');
    await story.did('claim-declared', '2026-08-05', { amount: 1_000_000 }, ['claim-late']);
    expect((await story.deadline('claim-declaration'))?.[1]).toBe('late');
    await story.did('claim-listed', '2026-09-10', { amount: 950_000 });
    await story.did('bankruptcy-distributed', '2026-10-20', { amount: 120_000 });
    await story.did('bankruptcy-ended', '2026-11-02', { paperNo: '终结破产程序裁定' });
    await story.did('closed', '2026-11-03', { text: '破产终结' });
    expect(await story.state()).toBe('closed');
  });
});

describe('retrial (民诉法 216–218)', () => {
  it('within six months; while it is ordered nothing is enforced; what it says takes the judgment’s place', async () => {
    await effective();
    expect(await story.deadline('retrial')).toEqual(['2026-09-20', 'void']);
    expect(await story.refused('retrial-applied', '2026-10-08', { by: 'us', text: '新证据' })).toBe(
      'act-warned act-late',
    );
    await story.did('retrial-applied', '2026-09-10', { by: 'us', text: '新证据' });
    await story.did('retrial-ordered', '2026-10-15', { paperNo: '民申1号' });
    expect(await story.refused('enforcement-applied', '2026-10-20', court)).toBe('act-out-of-order');
    expect(await story.deadline('enforcement-period')).toBeNull();
    await story.did('hearing-held', '2026-10-30');
    const judged = { paperNo: '（2026）渝0236民再1号', result: 'part', amount: 900_000, performBy: '2026-11-20' };
    await story.did('retrial-judged', '2026-11-05', judged);
    expect(await story.deadline('enforcement-period')).toEqual(['2028-11-20', 'open']);
    await story.did('enforcement-applied', TODAY, court);
    expect(await story.state()).toBe('enforcing');
  });
});

describe('evidence preservation (民诉法 84, B4 §13)', () => {
  it('before the suit or in it; not once there is a judgment that took effect', async () => {
    const asked = { ...court, text: '账册将被销毁' };
    await story.did('evidence-preservation-applied', '2026-01-03', asked);
    await story.did('evidence-preserved', '2026-01-04', { ...court, paperNo: '证保1号' });
    await accepted();
    await story.did('evidence-preservation-applied', '2026-01-20', asked);
    await story.did('hearing-held', '2026-02-10');
    await story.did('judged', '2026-03-02', { paperNo: '判决书', paper: 'judgment', result: 'granted' });
    await story.did('effective', '2026-03-20');
    expect(await story.refused('evidence-preservation-applied', '2026-04-01', asked)).toBe('act-out-of-order');
    await story.did('performed', '2026-05-06');
    expect(await story.state()).toBe('closed');
  });
});

describe('service by announcement (民诉法 95)', () => {
  it('serves after thirty days, and the defence begins then; the hearing is not set before', async () => {
    await accepted('2026-01-08');
    expect(await story.refused('announced', '2026-02-02', { party: 'p9' })).toBe('case-party-unknown');
    await story.did('announced', '2026-02-02', { party: 'p1', text: '人民法院公告网' });
    expect((await story.deadline('announcement'))?.[0]).toBe('2026-03-04');
    expect((await story.deadline('defence'))?.[0]).toBe('2026-03-19');
    await story.did('evidence-set', '2026-03-05', { until: '2026-03-25' });
    expect(await story.refused('hearing-set', '2026-03-25', { until: '2026-03-26' })).toBe(
      'act-warned hearing-notice-short',
    );
    await story.did('hearing-set', '2026-03-25', { until: '2026-04-02' });
    await story.did('hearing-held', '2026-04-02');
    await story.did('judged', '2026-04-20', { paperNo: '判决书', paper: 'judgment', result: 'granted' });
    await story.did('announced', '2026-04-27', { party: 'p1', text: '判决书' });
    await story.did('effective', '2026-06-15', { performBy: '2026-06-25' });
    expect(await story.state()).toBe('effective');
  });
});

describe('enforcement: stayed, without assets, resumed, distributed (民诉法 267–268, 解释 509, 517)', () => {
  it('stayed and resumed; a number of another kind is asked about', async () => {
    await enforcing();
    await story.did('enforcement-stayed', '2026-05-06', { paperNo: '中止裁定', text: '案外人异议' });
    expect(await story.refused('debt-in-kind-ruled', '2026-05-07', { item: '车', amount: 1 })).toBe(
      'permit-in-kind-missing',
    );
    const resumed = { text: '异议驳回', caseNo: '（2026）渝0236民初7号' };
    expect(await story.refused('enforcement-resumed', '2026-06-08', resumed)).toBe('act-warned case-type-other');
    await story.did('enforcement-resumed', '2026-06-08', { text: '异议驳回', caseNo: '（2026）渝0236执恢7号' });
    expect(await story.state()).toBe('enforcing');
    expect((await story.show()).enforcementNo).toBe('（2026）渝0236执恢7号');
  });

  it('ended for this round, found again without a time limit, ended for good', async () => {
    await enforcing();
    await story.did('no-assets', '2026-06-08', { paperNo: '终本裁定' });
    expect(
      await story.refused('enforcement-settled', '2026-06-10', { amount: 1, performBy: '2026-07-01', text: '和解' }),
    ).toBe('act-out-of-order');
    await story.did('enforcement-resumed', '2026-09-01', { text: '发现车辆一台' });
    await story.did('money-received', '2026-10-12', { amount: 300_000 });
    await story.did('enforcement-ended', '2026-11-02', { paperNo: '终结裁定', text: '无其他财产' });
    expect(await story.refused('enforcement-resumed', '2026-11-03', { text: '又有财产' })).toBe('act-out-of-order');
    await story.did('closed', '2026-11-04', { text: '已穷尽' });
    expect(await story.state()).toBe('closed');
  });

  it('a plan of distribution is objected to in fifteen days, later only with a reason', async () => {
    await enforcing();
    await story.did('distribution-served', '2026-06-01', { paperNo: '分配方案' });
    expect((await story.deadline('distribution-objection'))?.[0]).toBe('2026-06-16');
    expect(await story.refused('distribution-objected', '2026-06-20', { text: '顺位错误' })).toBe(
      'act-warned act-late',
    );
    await story.did('distribution-objected', '2026-06-15', { text: '顺位错误' });
    expect((await story.deadline('distribution-objection'))?.[1]).toBe('met');
    await story.did('money-received', '2026-08-03', { amount: 200_000 });
    await story.did('performed', '2026-09-01', { text: '其余由保证人清偿' });
    expect(await story.state()).toBe('closed');
  });
});
