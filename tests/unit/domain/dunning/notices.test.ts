/** Notices by state, their wording and their gates (REC-03 to REC-05; the fictional case of the forms). */

import type { PaperDocument } from '@shared/domain/documents/blocks';
import { visibleText } from '@shared/domain/documents/typesetting';
import { unfilledPlace, wordingFindings } from '@shared/domain/documents/wordingGate';
import { checkNotice } from '@shared/domain/dunning/checkNotice';
import { composeNotice, proposedFields } from '@shared/domain/dunning/composeNotice';
import type { NumberedNotice } from '@shared/domain/dunning/jobPapers';
import type { NoticeFacts, NoticeForm } from '@shared/domain/dunning/noticeFacts';
import { packPapers } from '@shared/domain/dunning/packPapers';
import { describe, expect, it } from 'vitest';
import { byLedger, guarantorNotice, HE_DACHUAN, qingheNotice } from './qingheNotice';

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
const paper = (form: NoticeForm, facts: NoticeFacts) => composeNotice(form, facts, proposedFields(facts), '2026-09-21');
/** All that the paper says, without the marks of its blocks. */
const said = (form: NoticeForm, facts: NoticeFacts): string =>
  visibleText(textsIn(paper(form, facts).blocks).join('\n'));
const codes = (form: NoticeForm, facts: NoticeFacts, fields = {}) =>
  checkNotice(form, facts, { ...proposedFields(facts), ...fields }).map(({ code, gate }) => `${gate} ${code}`);

describe('DOC-REC-01 the demand', () => {
  const text = said('DOC-REC-01', qingheNotice());

  it('names creditor, contract, principal, interest with its day, sum in capitals, demand, day, account, contact, objection', () => {
    for (const part of [
      '云岭农村商业银行股份有限公司河湾支行',
      '河支流借字2023第0316号',
      '6230319200012345',
      '1,320,000.00',
      '20,020.00',
      '198,412.50',
      '3,009.26',
      '截至2026年9月20日（含当日）',
      '人民币壹佰伍拾肆万壹仟肆佰肆拾壹元柒角陆分（￥1,541,441.76）',
      '现我行依法向你单位催收，请你单位于2026年10月21日前偿还',
      '账号：6230000000000001234',
      '如对上述金额有异议',
      '联系人：李某',
    ])
      expect(text).toContain(part);
  });

  it('carries its receipt and no sentence of consent to perform (nobody signs a waiver unawares)', () => {
    expect(paper('DOC-REC-01', qingheNotice()).blocks.filter((block) => block.kind === 'slip')).toHaveLength(1);
    expect(text).toContain('对所列欠款本金、利息金额无异议');
    expect(text).not.toMatch(/同意继续履行|不再以诉讼时效/);
  });

  it('lists many receipts in an annex, with the totals in the letter', () => {
    const [loan] = qingheNotice().loans;
    const loans = Array.from({ length: 12 }, (_, index) => ({
      ...loan,
      id: index,
      contractNo: `河支流借字第${1000 + index}号`,
    }));
    const facts = qingheNotice({ loans: loans.map((each) => byLedger(each as NoticeFacts['loans'][number])) });
    const { blocks } = paper('DOC-REC-01', facts);
    expect(blocks.filter((block) => block.kind === 'annex')).toHaveLength(1);
    expect(said('DOC-REC-01', facts)).toContain('总计 18,497,301.12');
  });
});

describe('the other forms', () => {
  it('DOC-REC-00 has no word of default or suit, and says nothing of amounts to acknowledge', () => {
    const text = said('DOC-REC-00', qingheNotice({ today: '2025-03-01' }));
    expect(text).not.toMatch(/催收，请|诉讼|逾期未|有异议|依法/);
    expect(said('DOC-REC-00', guarantorNotice())).toContain('由你提供担保，该贷款将于');
  });

  it('DOC-REC-03 requests performance of this guarantor, up to what he guaranteed', () => {
    const most = guarantorNotice({
      guarantee: { ...(guarantorNotice().guarantee as object), amount: 100_000_000 } as never,
    });
    const text = said('DOC-REC-03', most);
    expect(text).toContain('现我行依法请求你承担保证责任，代为清偿上述债务（以保证合同约定的1,000,000.00元为限');
    expect(text).toContain('连带责任保证，保证期间至2028年3月15日止');
    expect(text).toContain('知悉贵行请求本人承担保证责任');
  });

  it('DOC-REC-03G is information only, DOC-REC-03M goes no further than the thing', () => {
    expect(said('DOC-REC-03G', guarantorNotice())).toContain('本函仅为告知');
    const security = { id: 1, description: '厂房 河湾镇', certificateNo: '云岭不动产证明第0005678号' };
    const owner = said('DOC-REC-03M', qingheNotice({ role: 'owner', addressee: HE_DACHUAN, security }));
    expect(owner).toContain('以上述担保财产的价值为限');
  });

  it('DOC-REC-04 tells of the defence and asks for consent in the debtor’s own hand, without a demand or a deadline', () => {
    const text = said('DOC-REC-04', qingheNotice());
    expect(text).toContain('诉讼时效期间可能已经届满');
    expect(text).toContain('自愿同意继续履行全部上述债务');
    expect(text).toContain('债务人手写');
    expect(text).not.toMatch(/催收，请|前偿还|前付清/);
  });

  it.each(['DOC-REC-00', 'DOC-REC-01', 'DOC-REC-02', 'DOC-REC-03', 'DOC-REC-03G', 'DOC-REC-04'] as const)(
    '%s passes the wording gate and leaves nothing unfilled',
    (form) => {
      const facts = form.startsWith('DOC-REC-03') ? guarantorNotice() : qingheNotice();
      expect(wordingFindings(said(form, facts), 'OUT').filter(({ level }) => level !== 'warn')).toEqual([]);
      expect(unfilledPlace(paper(form, facts))).toBeNull();
    },
  );
});

describe('the joint page of the house rule', () => {
  const joint = qingheNotice({ coSigners: [{ title: '保证人', name: '何大川', kind: 'person' }] });
  const slips = (facts: NoticeFacts) => paper('DOC-REC-01', facts).blocks.filter(({ kind }) => kind === 'slip');

  it('is additional to the receipt and never in its place; without the rule there is none', () => {
    expect(slips(joint)).toHaveLength(2);
    expect(said('DOC-REC-01', joint)).toContain('本页不代替各自通知书的回执');
    expect(said('DOC-REC-01', joint)).toContain('保证人　何大川');
    expect(slips(qingheNotice())).toHaveLength(1);
  });
});

describe('what goes out with a pack', () => {
  const notice = {
    number: '河支催字〔2026〕第0001号',
    form: 'DOC-REC-01',
    role: 'borrower',
    unit: '河湾',
    officer: '李某',
  } as const;
  const of = (addressee: string, address: string): NumberedNotice => ({
    ...{ ...notice, addressee, address, borrower: '青禾公司', contracts: ['河支流借字2023第0316号'] },
  });
  const head = {
    job: 'B1',
    bank: '河湾支行',
    bankAddress: '人民路1号',
    date: '2026-09-21',
    preparedBy: '李某',
    chosen: '河湾',
  };
  const [cover, route, post, seal, labels] = packPapers(head, [
    of('丁', '二村1号'),
    of('甲', '一村2号'),
    of('乙', '一村1号'),
    of('甲', '一村2号'),
  ]);
  const texts = (one: PaperDocument | undefined) => visibleText(textsIn(one?.blocks).join('\n'));

  it('the way goes from door to door, with nothing that a third person must not read', () => {
    const text = texts(route);
    const places = ['一村1号', '一村2号', '二村1号'].map((place) => text.indexOf(place));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).not.toMatch(/\d+\.\d\d|合同/);
  });

  it('an addressee has one label however many notices he gets, and nothing on it names a debt', () => {
    const text = texts(labels);
    expect(text.match(/甲　收/g)).toHaveLength(1);
    expect(text).not.toMatch(/催收|贷款|借款|合同/);
  });

  it('the list is approved before anything goes out, the seal is asked for, the post is told the content', () => {
    expect(texts(cover)).toContain('信贷主任（批准）');
    expect(texts(post)).toContain('《贷款催收通知书》1份（合同编号：河支流借字2023第0316号）');
    expect(texts(seal)).toContain('用印申请单');
  });
});

describe('G-INT interest on the paper', () => {
  const without = (given = {}) =>
    qingheNotice({ loans: qingheNotice().loans.map((loan) => ({ ...byLedger(loan), ...given })) });

  it('without terms it is the ledger’s one sum, and the paper’s reader is warned', () => {
    const text = said('DOC-REC-01', without());
    expect(text).toContain('利息（含罚息、复利）');
    expect(text).toContain('221,441.76');
    expect(codes('DOC-REC-01', without())).toEqual(['G-INT interest-unsplit']);
  });

  it.each([
    ['interest-zero', { interest: 0 }],
    ['interest-rate-missing', { interestMissing: 'interest-rate-missing' }],
    ['interest-uplift-missing', { interestMissing: 'interest-uplift-missing' }],
    ['interest-overpaid', { interestMissing: 'interest-overpaid' }],
  ])('a missing fact stops it by its name: %s', (code, given) => {
    const facts = without(given);
    expect(checkNotice('DOC-REC-01', facts, proposedFields(facts))).toContainEqual(
      expect.objectContaining({ code, severity: 'block', subject: '河支流借字2023第0316号' }),
    );
  });

  it('computed interest far from the ledger’s is warned of with both figures', () => {
    const interestGap = { on: '2026-09-20', computed: 30_682, ledger: 22_144_176 };
    const loans = qingheNotice().loans.map((loan) => ({ ...loan, interestGap }));
    const facts = qingheNotice({ loans });
    expect(codes('DOC-REC-01', facts)).toEqual(['G-INT interest-far-from-ledger']);
    expect(checkNotice('DOC-REC-01', facts, proposedFields(facts))[0]?.subject).toContain('306.82 / 221,441.76');
  });

  it('money that came after the ledger is taken off and said', () => {
    expect(said('DOC-REC-01', without({ received: 1_234_500 }))).toContain('已扣减台账日以后收到的款项12,345.00元');
  });
});

describe('gates', () => {
  it('let a complete notice pass', () => {
    expect(codes('DOC-REC-01', qingheNotice())).toEqual([]);
    expect(codes('DOC-REC-03', guarantorNotice())).toEqual([]);
  });

  it('G-TIME refuses a form that does not fit the state, naming the one that does', () => {
    const expired = {
      loanId: 1,
      verdict: 'defence-risk',
      expiry: '2020-01-01',
      form: 'DOC-REC-04',
      reason: null,
      article: null,
    } as const;
    const facts = qingheNotice({ loans: [], states: [expired] });
    const [finding] = checkNotice('DOC-REC-01', facts, proposedFields(facts));
    expect(finding).toMatchObject({ gate: 'G-TIME', code: 'other-form-fits', subject: '同意继续履行债务确认书' });
    const over = { ...expired, verdict: 'lost', form: null, reason: 'guarantee-period-over' } as const;
    expect(codes('DOC-REC-03', guarantorNotice({ loans: [], states: [over] }))).toEqual([
      'G-TIME guarantee-period-over',
    ]);
  });

  it.each([
    ['an addressee without an address', { addressee: { ...HE_DACHUAN, address: null } }, 'G-PARTY party-incomplete'],
    ['an addressee without an identifier', { addressee: { ...HE_DACHUAN, idNo: null } }, 'G-PARTY party-incomplete'],
    [
      'no receiving account',
      { bank: { ...qingheNotice().bank, account: { name: '', number: '', bank: '' } } },
      'G-PARTY account-missing',
    ],
    [
      'a balance over what was granted',
      { loans: [{ ...qingheNotice().loans[0], balance: 150_000_001 }] },
      'G-AMT balance-out-of-range',
    ],
    ['nothing owed', { loans: [{ ...qingheNotice().loans[0], balance: 0, interest: 0 }] }, 'G-AMT claim-not-positive'],
    [
      'dates out of order',
      { loans: [{ ...qingheNotice().loans[0], dueOn: '2022-01-01' }] },
      'G-DATE dates-out-of-order',
    ],
  ])('refuse %s', (_, given, code) => {
    expect(codes('DOC-REC-01', qingheNotice(given as Partial<NoticeFacts>))).toEqual([code]);
  });

  it('G-DATE wants seven days to pay: six are refused, seven pass', () => {
    expect(codes('DOC-REC-01', qingheNotice(), { payBy: '2026-09-27' })).toEqual(['G-DATE pay-by-too-early']);
    expect(codes('DOC-REC-01', qingheNotice(), { payBy: '2026-09-28' })).toEqual([]);
  });

  it('G-LANG refuses threats, leaves courts’ words to counsel, warns of tone; a template’s hole does not print', () => {
    const check = (remark: string) => codes('DOC-REC-01', qingheNotice(), { remark });
    expect(check('再不还款就通知公 安拘留。')).toEqual(['G-LANG wording-block', 'G-LANG wording-block']);
    expect(check('将列入失信被执行人。')).toEqual(['G-LANG wording-counsel']);
    expect(check('人民法院可依法采取失信被执行人等措施。')).toEqual([]);
    expect(check('请立即联系我行。')).toEqual(['G-LANG wording-warn']);
    expect(check('请于{payBy}前联系。')).toEqual(['G-SHORT placeholder-left']);
  });
});

describe('the wording table', () => {
  it('blocks what §8 names, in full width and with spaces as well', () => {
    for (const text of ['逮捕', '坐 牢', '在村委会张贴', '通报你的单位', '律师函', '停水停电', '查封你的房屋'])
      expect(wordingFindings(text, 'OUT')[0]?.level, text).toBe('block');
    expect(wordingFindings('申请人民法院查封抵押物', 'OUT')).toEqual([]);
    expect(wordingFindings('拘留', 'INT')).toEqual([]);
  });
});

describe('LIM-09 papers of a loan that was called in', () => {
  it('say so, beside the day of the contract', () => {
    const loans = qingheNotice().loans.map((loan) => ({ ...loan, dueOn: '2027-03-15', calledInOn: '2026-08-03' }));
    const text = (form: 'DOC-REC-01' | 'DOC-REC-03', facts: NoticeFacts) =>
      JSON.stringify(composeNotice(form, facts, proposedFields(facts), '2026-09-21')).replaceAll('\u2060', '');
    const said = '（编号河支流借字2023第0316号的借款已由我行依约宣布自2026年8月3日起提前到期）';
    expect(text('DOC-REC-01', qingheNotice({ loans }))).toContain(`上述贷款现已到期${said}`);
    expect(text('DOC-REC-03', guarantorNotice({ loans }))).toContain(`主债务履行期限已届满${said}`);
    expect(text('DOC-REC-01', qingheNotice())).not.toContain('提前到期');
  });
});
