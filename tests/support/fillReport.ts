/** A pre-litigation report with nothing missing: a household in the ledger, and what a person types for its facts. */
import type { ReportFacts } from '@shared/domain/litigation/preLitigationReport/facts';
import type { ReportFields } from '@shared/domain/litigation/preLitigationReport/fields';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { readReportFacts } from '../../electron/features/litigation/reportFacts.repository';
import type { RenderEngine } from '../../electron/platform/render/renderEngine';
import { Builder } from './builders';
import type { TestFolder } from './openFolder';

export const REPORT = 'DOC-LIT-01';

/** A person with a secured, guaranteed loan that has been due since 2025; the key of his household. */
export function reportHousehold(folder: Pick<TestFolder, 'open'>, name = '杨𠮷'): { party: number; household: string } {
  const build = new Builder(folder.open);
  const address = '奉节县永安镇某街1号';
  const party = build.party({ name, id_no: '512226194403189114', id_kind: 'id-card', address });
  const dates = { issue_date: '2023-03-16', due_date: '2025-03-15', npl_date: '2025-06-15' };
  const loan = build.loan({
    party_id: party,
    ...dates,
    five_level: '可疑',
    receipt_no: '62303192',
    guarantee_mode: '抵押+保证',
  });
  const guarantor = build.party({ name: '李㛃', id_no: '51222619440526910X', id_kind: 'id-card', address });
  build.guarantee({ loan_id: loan, party_id: guarantor });
  const item = build.collateral({
    loan_id: loan,
    location: '永安镇某街1号',
    owner_name: name,
    registered_on: '2023-03-16',
  });
  build.appraisal({ collateral_id: item, valued_on: '2026-06-30', value: 2_000_000 });
  return { party, household: householdNumber(party) };
}

/** Typed fields that leave nothing missing for these facts. */
export function fillReport(facts: ReportFacts): ReportFields {
  const debtors = [facts.borrower, ...facts.guarantees.map((guarantee) => guarantee.guarantor)].map(
    (party) => party.name,
  );
  const clock = { start: '2025-03-15', lastInterruption: '2026-04-10', evidence: '快递签收记录', expiry: '2029-04-10' };
  return {
    interestInTerm: '200.20',
    interestPenalty: '1984.12',
    interestCompound: '30.09',
    interestAsOf: facts.asOf,
    interestReason: '年利率6.50%，逾期上浮50%，基础天数360天，算头不算尾。',
    evidenceGrade: 'mostly',
    evidenceReason: '主要证据均为原件。',
    missingEvidence: [],
    limitation: debtors.map((debtor) => ({ debtor, ...clock, status: 'running', reason: '民法典第一百八十八条' })),
    limitationText: '目前未超过诉讼时效。',
    risks: [{ question: 'enforcement', level: 'medium', note: '借款人已停产' }],
    predictions: [{ claim: '偿还贷款本金', amount: '10000.00', prediction: 'full', basis: '合同齐全' }],
    winChance: 'high',
    court: '奉节县人民法院',
    courtBasis: '合同约定由贷款人住所地法院管辖。',
    procedure: 'ordinary',
    procedureReason: '担保人较多。',
    collateralEstimates: facts.collateral.map((item) => ({
      collateral: item.id,
      validUntil: '2027-06-29',
      prior: '0.00',
      rate: '70',
      basis: '同类房产近年成交',
      tax: '8',
    })),
    propertyClues: '名下房产一处（已抵押）。',
    preservation: '申请查封抵押物。',
    enforcementTerm: '判决生效后12个月',
    expectedRecovery: '9000.00',
    expectedRecoveryReason: '按抵押物变现测算。',
    feeAcceptance: '105.00',
    feesReason: '按《诉讼费用交纳办法》第十三条计算。',
    necessityNegotiation: '多次催收未果。',
    necessityClosing: '故建议提起诉讼。',
    decision: 'sue',
    settlementFloor: '一次性偿还本金。',
    responsibleRole: 'deputy-head',
    responsibleReason: '由分管领导负责。',
    handler: '李敏',
    agency: '本行法律顾问代理',
    filingLevel: '报联社备案',
  };
}

export async function typedFor(folder: Pick<TestFolder, 'open' | 'services'>, party: number): Promise<ReportFields> {
  return fillReport(await readReportFacts(folder.open.store.read, party, folder.services.clock.today()));
}

export interface RecordedCall {
  readonly kind: 'pdf' | 'docx';
  readonly title: string;
  readonly marks: Readonly<Record<string, unknown>>;
}

/** An engine that only remembers what it was asked; `failing` calls (counted from 1) end in an error. */
export function recordingEngine(failing: readonly number[] = []): RenderEngine & { readonly calls: RecordedCall[] } {
  const calls: RecordedCall[] = [];
  const make = async (kind: RecordedCall['kind'], title: string, marks: object) => {
    calls.push({ kind, title, marks: { ...marks } });
    if (failing.includes(calls.length)) throw new Error('power cut');
    return { bytes: Buffer.from(`${kind} ${title} ${JSON.stringify(marks)}`), pages: 6 };
  };
  return {
    calls,
    renderPdf: (paper, marks) => make('pdf', paper.title, marks),
    renderDocx: (paper, marks) => make('docx', paper.title, marks),
    renderJob: async (papers, onProgress) => {
      const single = [];
      for (const { document, marks, loose } of papers) {
        single.push(loose ? null : await make('pdf', document.title, marks));
        onProgress(single.length);
      }
      const pages = papers.length;
      return {
        single,
        all: { bytes: Buffer.from(`job of ${pages} ${JSON.stringify(papers.map((p) => p.marks))}`), pages },
      };
    },
    readCodes: async () => [{ unread: null, codes: [], turn: null }],
    pagePicture: async () => null,
    bundle: async (parts) => ({ bytes: Buffer.from(`bundle of ${parts.length}`), pages: parts.length }),
    missingGlyphs: async (papers) => papers.map(() => null),
    close: async () => {},
  };
}
