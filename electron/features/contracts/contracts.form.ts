/** Papers of contracts of recovery: DOC-DSP-05 (risk agency), DOC-DSP-06 (trusteeship), DOC-DSP-07 (tender). */
import type { DescribedField, MissingItem } from '@shared/contract/documents.contract';
import {
  type ContractFacts,
  composeAgency,
  composeContractor,
  composeTrustee,
} from '@shared/domain/contracts/contractPapers';
import { agencyCap, type ContractKind } from '@shared/domain/contracts/contractTerms';
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { ratePercent, rateText, toFen, whole } from '@shared/kernel/exact';
import type { Fen } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import { approvalPaper } from '../approvals/approvalPaper';
import { approvalOf } from '../approvals/requireApproved';
import { asForm, type Form, field, type SubjectKind, typedText } from '../documents/form';
import { rulesInForce } from '../rules/rulesInForce';
import { branchUnit } from '../users/users.repository';
import { contractApproval, contractSubject } from './contractApproval';
import { findContract, loansUnder, type StoredContract } from './contracts.repository';
import { depositOfBond } from './settleDeposit';

const contractAt = (db: ReadDb, id: number, kind: ContractKind): StoredContract => {
  const found = Number.isInteger(id) ? findContract(db, id) : undefined;
  return found?.kind === kind ? found : refuse('subject-unknown', { subject: String(id) });
};

/** By its number; refuses subject-unknown, also for a contract of another kind. */
const subjectOf = (kind: ContractKind): SubjectKind => ({
  name: `recovery-contract-${kind}`,
  find: (db, key) => contractAt(db, Number(key), kind).id,
  describe: (db, id) => ({ id, partyId: null, label: contractAt(db, id, kind).party }),
});

/** Figures of the clauses, as the rules say on the day. Bounds and rates are in percent. */
function clauseFigures(
  inquiry: Inquiry,
  today: CalendarDate,
  claim: Fen,
): Pick<ContractFacts, 'bands' | 'lowest' | 'terms'> {
  const percent = (share: Parameters<typeof rateText>[0]) => ratePercent(rateText(share));
  const { slices } = inquiry.tiers('reward/contract', today, whole(2), {}, whole(1));
  const late = inquiry.values('recovery/trusteeship-terms', today);
  return {
    bands: slices.map(({ row }) => ({ upTo: row.upTo && percent(row.upTo), rate: percent(row.rate) })),
    lowest: percent(inquiry.values('reward/contract-lower-bound', today).exact('shareOfTarget')),
    terms: {
      interestAfterDays: late.number('interestAfterDays'),
      deductAfterDays: late.number('deductAfterDays'),
      perPreservedLoan: late.fen('perPreservedLoan'),
      feeCap: toFen(agencyCap(inquiry, today, claim).amount),
      fullTimeFrom: inquiry.values('recovery/tender-terms', today).number('fullTimeFromPackages'),
      agreementYears: inquiry.values('recovery/contract-agreement-years', today).number('years'),
    },
  };
}

async function gather(db: ReadDb, id: number, kind: ContractKind, today: CalendarDate): Promise<ContractFacts> {
  const contract = contractAt(db, id, kind);
  const { state, party, basis, package: name, amount, bond, feeRate, lateRate, termYears } = contract;
  const deposit = depositOfBond(db, contract);
  const request = await approvalOf(db, contractApproval.id, contractSubject(id));
  const levels = request ? (await approvalPaper(db, request.id)).levels : [];
  const figures = clauseFigures(new Inquiry((await rulesInForce(db, today)).book), today, amount);
  const loans = loansUnder(db, id).map(({ borrower, contract, owed, price }) => ({ borrower, contract, owed, price }));
  const unit = (await branchUnit(db)).name;
  const terms = { party, basis, package: name, amount, bond, deposit, feeRate, lateRate, termYears };
  return { asOf: today, unit, kind, state, ...terms, loans, levels, ...figures };
}

const blocking = (id: string, code: string, gate: string): MissingItem => ({
  id,
  section: '1',
  severity: 'block',
  code,
  gate,
  subject: null,
});

interface Described {
  readonly kind: ContractKind;
  readonly fields: readonly DescribedField[];
  readonly compose: (facts: ContractFacts, typed: Record<string, string>, date: CalendarDate) => PaperDocument;
}

type Head = Pick<Form, 'code' | 'alias' | 'title' | 'purpose' | 'class' | 'series' | 'word'>;

/** Issued once the branch has approved; fields are all required. */
function contractForm(head: Head, { kind, fields, compose }: Described): Form<ContractFacts> {
  const ids = fields.map(({ id }) => id);
  const filled = (typed: Record<string, unknown>) => Object.fromEntries(ids.map((id) => [id, typedText(typed, id)]));
  return {
    ...head,
    version: '1',
    category: '保全类',
    subject: subjectOf(kind),
    permission: 'contract.prepare',
    required: ids,
    fields,
    gather: (db, id, { today }) => gather(db, id, kind, today),
    catalogue: () => fields.map((each) => ({ ...each, suggestion: null })),
    figures: () => [],
    check: ({ state }, typed) => [
      ...ids.filter((id) => typedText(typed, id) === '').map((id) => blocking(id, 'field-missing', 'G-FIELD')),
      ...(state === 'approved' || state === 'signed' ? [] : [blocking('approval', 'contract-not-approved', 'G-AUTH')]),
    ],
    fill: (_, typed) => filled(typed),
    compose: (facts, typed, date) => compose(facts, filled(typed), date),
  };
}

const said = (typed: Record<string, string>, id: string): string => present(typed[id], 'every field is filled in');

const contractor = contractForm(
  {
    code: 'DOC-DSP-07',
    alias: 'tender-contract',
    title: '表外不良贷款清收承包协议',
    purpose: '竞标中标后与承包人签订',
    class: 'INT',
    series: '包',
    word: true,
  },
  { kind: 'tender', fields: [], compose: (facts, _, date) => composeContractor(facts, date) },
);

const trustee = contractForm(
  {
    code: 'DOC-DSP-06',
    alias: 'trustee-contract',
    title: '委托清收协议',
    purpose: '委托有资质的机构清收，约定保证金、交账和时效责任',
    class: 'OUT',
    series: '委',
    word: true,
  },
  {
    kind: 'trusteeship',
    fields: [field('pia', 'text', { required: true, maxLength: 60 })],
    compose: (facts, typed, date) => composeTrustee(facts, said(typed, 'pia'), date),
  },
);

const agency = contractForm(
  {
    code: 'DOC-DSP-05',
    alias: 'risk-agency',
    title: '风险代理审批表',
    purpose: '其他方式无果的债权实行风险代理，经支行审批',
    class: 'INT',
    series: '风代',
    word: false,
  },
  {
    kind: 'risk-agency',
    fields: [
      field('failed', 'longText', { required: true, maxLength: 2_000 }),
      field('conflict', 'text', { required: true, maxLength: 200 }),
    ],
    compose: (facts, typed, date) =>
      composeAgency(facts, { failed: said(typed, 'failed'), conflict: said(typed, 'conflict') }, date),
  },
);

export const CONTRACT_FORMS: readonly Form[] = [contractor, trustee, agency].map(asForm);
