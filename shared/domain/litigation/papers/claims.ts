/** Claims and grounds of a complaint (documents.md §4.8), composed from what the case claims; figures are those of the file. */
import { addDays, type CalendarDate, paperDate } from '../../../kernel/calendarDate';
import { chineseCount } from '../../../kernel/chineseDate';
import { type Fen, yuanGrouped } from '../../../kernel/money';
import { noBreak } from '../../documents/typesetting';
import { type AccrualLine, INTEREST_KINDS, interestSum } from '../../interest/accrual';
import { callOf, defendantsOf, percentOf } from './courtParts';
import type { CasePaperFacts, PaperLoan, PaperSecurity } from './paperFacts';

const yuan = (fen: Fen): string => `${yuanGrouped(fen)}元`;
const KIND_WORD = { contract: '利息', penalty: '罚息', compound: '复利' } as const;

/** The claim's interest is split by kind only where it is the computed one: the committee consented to the sum. */
export const isComputed = ({ accrual, claimedInterest }: PaperLoan): boolean =>
  accrual !== null && interestSum(accrual) === claimedInterest;

function interestText(loan: PaperLoan): string {
  const { accrual, claimedInterest, asOf } = loan;
  const until = `截至${paperDate(asOf)}（含当日）的`;
  if (accrual === null || !isComputed(loan)) return `${until}利息（含罚息、复利）${yuan(claimedInterest)}`;
  const kinds = INTEREST_KINDS.filter((kind) => accrual[kind] > 0).map(
    (kind) => `${KIND_WORD[kind]}${yuan(accrual[kind])}`,
  );
  return `${until}${kinds.length === 0 ? `利息${yuan(0)}` : kinds.join('、')}`;
}

/** What goes on bearing interest after the day of the figures, where the terms of the contract are known. */
function futureText({ accrual, asOf }: PaperLoan): string {
  const from = `自${paperDate(addDays(asOf, 1))}起至实际清偿之日止`;
  const running = (accrual?.lines ?? []).filter(({ to, annualRate }) => to === asOf && Number(annualRate) > 0);
  if (running.length === 0) return `${from}的利息、罚息、复利按合同约定的标准继续计付`;
  const one = ({ kind, base, annualRate }: AccrualLine) =>
    `以${yuan(base)}为基数按年利率${percentOf(annualRate)}%支付${KIND_WORD[kind]}`;
  return `${from}，${running.map(one).join('，')}`;
}

/** Who borrowed it: a case may be about several households. */
export function borrowerOf({ parties }: CasePaperFacts, { borrowerId }: PaperLoan) {
  const borrowers = parties.filter(({ capacity }) => capacity === 'borrower');
  return borrowers.find(({ partyId }) => partyId === borrowerId) ?? borrowers[0];
}

function debtClaim(facts: CasePaperFacts, loan: PaperLoan, many: boolean): string {
  const borrower = borrowerOf(facts, loan);
  const who = borrower ? callOf(facts, borrower.key) || borrower.name : facts.file.household.name;
  const contract = many ? `《借款合同》（编号：${noBreak(loan.contractNo)}）项下` : '';
  return `判令${who}偿还原告${contract}借款本金${yuan(loan.claimedPrincipal)}，并支付${interestText(loan)}；${futureText(loan)}`;
}

export const securityName = ({ kind, location, quantity }: PaperSecurity): string =>
  [location && `坐落于${location}的`, kind, quantity && `（${quantity}）`].filter(Boolean).join('');

function securityClaims({ file, securities }: CasePaperFacts, before: string): string[] {
  return file.claims.flatMap(({ kind, collateralId, text }) => {
    if (kind !== 'security') return [];
    const item = securities.find((each) => each.collateralId === collateralId);
    if (!item) return [text];
    const paper = item.certificateNo === null ? '' : `（登记证明号：${noBreak(item.certificateNo)}）`;
    return [
      `确认原告对${item.owner}提供${item.security}的${securityName(item)}${paper}折价或者拍卖、变卖所得价款，在担保范围内就${before}债权及诉讼费用、实现担保物权的费用享有优先受偿权`,
    ];
  });
}

/** Names that the text of a claim gives to parties become the paper's own: 被告二. */
function namedByCall(facts: CasePaperFacts, text: string): string {
  return defendantsOf(facts).reduce(
    (words, { key, name }) => words.replaceAll(name, callOf(facts, key)),
    text.replace(/[。；;]+$/, ''),
  );
}

/** The claims without their ordinal numbers. */
export function claimTexts(facts: CasePaperFacts): string[] {
  const { loans, file } = facts;
  const debts = loans.map((loan) => debtClaim(facts, loan, loans.length > 1));
  const of = (kind: string) => file.claims.filter((claim) => claim.kind === kind);
  const costs = of('costs').map(({ text, amount }) =>
    [`判令被告支付原告为实现债权支出的${text.replace(/[。；;]+$/, '')}`, amount === null ? '' : yuan(amount)].join(''),
  );
  const count = debts.length + costs.length;
  const before = count === 1 ? '上述第一项' : `上述第一至第${chineseCount(count)}项`;
  return [
    ...debts,
    ...costs,
    ...securityClaims(facts, before),
    ...of('guarantee').map(({ text }) => `判令${namedByCall(facts, text)}`),
    ...of('other').map(({ text }) => namedByCall(facts, text)),
    '本案案件受理费、保全费等诉讼费用由被告负担',
  ];
}

export const numbered = (texts: readonly string[]): string[] =>
  texts.map((text, at) => `${chineseCount(at + 1)}、${text}${at === texts.length - 1 ? '。' : '；'}`);

const day = (date: CalendarDate | null): string => (date === null ? '约定日期' : paperDate(date));

function loanGround(facts: CasePaperFacts, loan: PaperLoan, us: string): string {
  const {
    contractNo,
    issuedOn,
    dueOn,
    granted,
    annualRate,
    purpose,
    balance,
    claimedPrincipal,
    claimedInterest,
    asOf,
  } = loan;
  const rate = annualRate === null ? '' : `，年利率${percentOf(annualRate)}%`;
  const uplift = loan.upliftPercent === null ? '' : `，逾期加收${Number(loan.upliftPercent)}%罚息`;
  const aim = purpose ? `，用途为${purpose}` : '';
  return `${day(issuedOn)}，${borrowerOf(facts, loan)?.name ?? facts.file.household.name}与${us}订立借款合同（编号：${noBreak(contractNo)}），约定借款${yuan(granted)}，期限至${day(dueOn)}${rate}${uplift}${aim}。${us}已按约发放借款。借款${dueOn !== null && dueOn < facts.today ? '到期后未按约清偿' : '未按约付息'}，截至${paperDate(asOf)}（含当日），尚欠本金${yuan(Math.min(balance, claimedPrincipal))}、利息（含罚息、复利）${yuan(claimedInterest)}。`;
}

const GUARANTEE_WORD = { joint: '连带责任保证', general: '一般保证' } as const;

function securityGround(facts: CasePaperFacts): string[] {
  const assets = facts.securities
    .filter(({ isLive }) => isLive)
    .map(({ owner, security, registeredOn, certificateNo, ...item }) => {
      const registered = registeredOn === null ? '' : `，并于${paperDate(registeredOn)}办理登记`;
      const paper = certificateNo === null ? '' : `（登记证明号：${noBreak(certificateNo)}）`;
      return `${owner}以${securityName({ owner, security, registeredOn, certificateNo, ...item })}为上述借款提供${security}担保${registered}${paper}。`;
    });
  const people = facts.parties.flatMap(({ name, guarantees }) =>
    guarantees.slice(0, 1).map(({ kind, contractNo, amount }) => {
      const paper = contractNo === null ? '' : `（保证合同编号：${noBreak(contractNo)}）`;
      return `${name}为上述借款提供${GUARANTEE_WORD[kind]}${paper}${amount === null ? '' : `，保证金额${yuan(amount)}`}。`;
    }),
  );
  return [...assets, ...people];
}

/** Grounds as the file tells them, one paragraph each; counsel words them better. `us`: how the paper calls the bank. */
export const groundTexts = (facts: CasePaperFacts, us = '原告'): string[] => [
  ...facts.loans.map((loan) => loanGround(facts, loan, us)),
  ...(securityGround(facts).length === 0 ? [] : [securityGround(facts).join('')]),
  `${us}多次催收，借款人、担保人至今未履行清偿义务和担保责任，已构成违约。`,
];
