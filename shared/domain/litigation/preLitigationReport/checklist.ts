/** Which evidence a claim needs by guarantee mode (ARC-01, SUR-05), and what it proves. The order is the paper's. */
import type { DocumentFacts, DocumentKind, ReportFacts } from './facts';
import { liveCollateral } from './figures';

export interface ChecklistItem {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly proves: string;
}

const BASE: readonly ChecklistItem[] = [
  { kind: 'loanContract', name: '借款合同', proves: '借贷关系、利率及逾期上浮、复利、管辖、送达地址、费用承担' },
  { kind: 'loanReceipt', name: '借款借据及放款凭证', proves: '贷款已实际发放' },
  { kind: 'borrowerIdentity', name: '借款人主体资格材料', proves: '借款人主体资格' },
  { kind: 'repaymentRecord', name: '还款明细、欠息清单', proves: '尚欠本息数额' },
  { kind: 'dunningProof', name: '催收通知书回执、邮寄及签收记录', proves: '诉讼时效中断' },
];
const GUARANTEE: readonly ChecklistItem[] = [
  { kind: 'guaranteeContract', name: '保证合同', proves: '保证方式、范围和期间' },
  { kind: 'guarantorIdentity', name: '保证人主体资格材料、同意担保的决议', proves: '保证人主体资格、担保意思表示' },
];
const MORTGAGE: readonly ChecklistItem[] = [
  { kind: 'mortgageContract', name: '抵押合同', proves: '抵押担保的设定、范围和限额' },
  { kind: 'registrationCertificate', name: '抵押登记证明', proves: '抵押权已经设立' },
  { kind: 'appraisalReport', name: '抵押物评估报告', proves: '抵押物价值' },
];
const PLEDGE: readonly ChecklistItem[] = [
  { kind: 'pledgeContract', name: '质押合同', proves: '质押担保的设定和范围' },
  { kind: 'registrationCertificate', name: '质押登记或交付凭证', proves: '质权已经设立' },
];

export function checklist(facts: ReportFacts): readonly ChecklistItem[] {
  const kinds = new Set(liveCollateral(facts).map((item) => item.kind));
  return [
    ...BASE,
    ...(facts.guarantees.length > 0 ? GUARANTEE : []),
    ...(kinds.has('mortgage') ? MORTGAGE : []),
    ...(kinds.has('pledge') ? PLEDGE : []),
  ];
}

export interface EvidenceMatch {
  readonly item: ChecklistItem;
  readonly documents: readonly DocumentFacts[];
}

/** Each item of the checklist with the documents on file; none = missing evidence. */
export const evidenceMatches = (facts: ReportFacts): EvidenceMatch[] =>
  checklist(facts).map((item) => ({
    item,
    documents: facts.documents.filter((document) => document.kind === item.kind),
  }));

/** Documents that no item of the checklist asks for. */
export function otherDocuments(facts: ReportFacts): readonly DocumentFacts[] {
  const asked = new Set(checklist(facts).map((item) => item.kind));
  return facts.documents.filter((document) => !asked.has(document.kind));
}
