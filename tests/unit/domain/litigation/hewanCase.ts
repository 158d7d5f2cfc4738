/** The fictional case of documents.md §4: facts of the file and what a person types for its report. */
import type { ReportFacts, Source } from '@shared/domain/litigation/preLitigationReport/facts';
import type { ReportFields } from '@shared/domain/litigation/preLitigationReport/fields';
import { filledFields } from '@shared/domain/litigation/preLitigationReport/filledFields';

const ledger: Source = { label: '贷款台账（2026-09-20导入）', kind: 'ledger', asOf: '2026-09-20' };
const contract: Source = { label: '借款合同、借据', kind: 'contract', asOf: '2023-03-16' };
const registration: Source = { label: '不动产登记证明', kind: 'contract', asOf: '2023-03-16' };
const appraisal: Source = { label: '评估报告（2026年第0630号）', kind: 'appraisal', asOf: '2026-06-30' };

const person = (name: string, idNo: string) => ({
  name,
  kind: 'person' as const,
  idNo,
  address: '云岭县城关镇青石巷8号',
  phone: '13900000000',
  legalRepresentative: null,
});

const organisation = (name: string, idNo: string) => ({
  name,
  kind: 'organisation' as const,
  idNo,
  address: '云岭县工业园区6号',
  phone: '0000-8880000',
  legalRepresentative: '何大川',
});

export const HEWAN_FACTS: ReportFacts = {
  asOf: '2026-09-20',
  bank: { name: '云岭农村商业银行股份有限公司河湾支行' },
  unit: { name: '河湾支行' },
  household: { fileNo: 'H-2023-0316' },
  borrower: organisation('云岭县青禾农产品加工有限公司', '91530100MA6K0000X1'),
  loans: [
    {
      contractNo: '河支流借字2023第0316号',
      receiptNo: '6230319200012345',
      granted: { value: 150_000_000, source: contract },
      balance: { value: 132_000_000, source: ledger },
      issuedOn: '2023-03-16',
      dueOn: '2025-03-15',
      ratePpm: 65_000,
      penaltyRatePpm: 97_500,
      purpose: '收购农产品',
      guaranteeMode: '最高额抵押、保证',
      fourLevel: '逾期',
      fiveLevel: '可疑',
      formedOn: '2025-06-15',
    },
  ],
  guarantees: [
    {
      contractNo: '河支保字2023第0316-1号',
      signedOn: '2023-03-16',
      guarantor: person('何大川', '530122197805010011'),
      isMaximum: false,
      amount: null,
      periodEnd: '2028-03-15',
    },
    {
      contractNo: '河支保字2023第0316-2号',
      signedOn: '2023-03-16',
      guarantor: organisation('云岭县禾盛商贸有限公司', '91530100MA6K0000X2'),
      isMaximum: false,
      amount: null,
      periodEnd: '2028-03-15',
    },
  ],
  collateral: [
    {
      id: 'factory',
      kind: 'mortgage',
      isMaximum: true,
      contractNo: '河支高抵字2023第0316号',
      description: '青禾公司厂房及土地使用权',
      location: '云岭县工业园区6号',
      owner: '云岭县青禾农产品加工有限公司',
      quantity: '房屋2,860.50㎡，土地5,120.00㎡',
      titleNo: '云岭（2023）不动产权第0001234号',
      registrationNo: '云岭（2023）不动产证明第0005678号',
      registeredOn: '2023-03-16',
      registeredAmount: { value: 200_000_000, source: registration },
      isLive: true,
      appraisals: [{ on: '2026-06-30', value: { value: 185_000_000, source: appraisal }, appraiser: '云岭信诚评估所' }],
    },
  ],
  payments: [{ on: '2024-12-20', amount: { value: 18_000_000, source: ledger } }],
  contacts: { count: 9, from: '2025-04-02', to: '2026-09-10', agreements: 1, brokenInstalments: 3 },
  documents: [
    {
      kind: 'loanContract',
      title: '流动资金借款合同（河支流借字2023第0316号）',
      form: 'original',
      pages: 12,
      place: '保全类-3',
    },
    { kind: 'loanReceipt', title: '借款借据及放款凭证', form: 'original', pages: 4, place: '保全类-3' },
    { kind: 'repaymentRecord', title: '还款明细、欠息清单', form: 'original', pages: 3, place: '管理类-1' },
    {
      kind: 'dunningProof',
      title: '催收通知书回执（2025-04-02）、快递单及签收记录（2026-04-10）',
      form: 'original',
      pages: 5,
      place: '保全类-4',
    },
    { kind: 'guaranteeContract', title: '保证合同2份', form: 'original', pages: 8, place: '要件类-2' },
    {
      kind: 'guarantorIdentity',
      title: '保证人身份证明、禾盛公司股东会决议',
      form: 'original',
      pages: 3,
      place: '要件类-2',
    },
    { kind: 'mortgageContract', title: '最高额抵押合同', form: 'original', pages: 7, place: '要件类-3' },
    { kind: 'registrationCertificate', title: '不动产登记证明', form: 'original', pages: 2, place: '权证类-1' },
    { kind: 'appraisalReport', title: '抵押物评估报告', form: 'original', pages: 26, place: '要件类-3' },
  ],
};

const clock = (debtor: string, start: string) => ({
  debtor,
  start,
  lastInterruption: '2026-04-10',
  evidence: '快递签收记录',
  expiry: '2029-04-10',
  status: 'running',
  reason: '民法典第一百八十八条、第一百九十五条',
});

/** What the officer types; the rest is suggested by the form. */
export const HEWAN_TYPED: ReportFields = {
  interestInTerm: '20020.00',
  interestPenalty: '198412.50',
  interestCompound: '3009.26',
  interestAsOf: '2026-09-20',
  interestReason:
    '年利率6.50%，逾期上浮50%即9.75%，基础天数360天，算头不算尾：期内利息自2024年12月21日起84天，罚息自2025年3月15日起555天，复利按罚息利率计收。',
  lawyerFee: '30000.00',
  evidenceGrade: 'sufficient',
  evidenceReason: '主要证据均为原件，签章齐全，催收证据连续。',
  missingEvidence: [
    { item: '借款人主体资格材料', remedy: '调取企业登记档案', deadline: '2026-10-10', responsible: '李敏' },
  ],
  limitation: [
    clock('云岭县青禾农产品加工有限公司', '2025-03-15'),
    clock('何大川', '2025-04-02'),
    clock('云岭县禾盛商贸有限公司', '2025-04-02'),
    { ...clock('抵押权：青禾公司厂房及土地使用权', '2025-03-15'), reason: '民法典第四百一十九条' },
  ],
  limitationText:
    '主债务履行期于2025年3月15日届满。我行于2025年4月2日、2026年4月10日催收并留存签收证据，诉讼时效自2026年4月10日重新计算，至2029年4月10日届满，目前未超过诉讼时效。保证人何大川、禾盛公司承担连带责任保证，我行已于保证期间内（2025年4月2日）请求其承担保证责任。',
  risks: [
    'subject',
    'impersonation',
    'renewal',
    'extension',
    'collateral',
    'rates',
    'service',
    'jurisdiction',
    'criminal',
    'counterclaim',
    'enforcement',
  ].map((question) => ({
    question,
    level: question === 'enforcement' ? 'medium' : 'low',
    note: question === 'enforcement' ? '借款人已停产，另有两户债权人提起诉讼' : '未发现',
  })),
  predictions: [
    { claim: '偿还贷款本金', amount: '1320000.00', prediction: 'full', basis: '合同、借据、放款凭证齐全' },
    { claim: '支付利息、罚息、复利', amount: '221441.76', prediction: 'full', basis: '合同有约定，未超过法定上限' },
    { claim: '承担律师费', amount: '30000.00', prediction: 'partial', basis: '合同有约定，法院酌定' },
    { claim: '就抵押物优先受偿', amount: '', prediction: 'full', basis: '登记有效' },
    { claim: '保证人承担连带清偿责任', amount: '', prediction: 'full', basis: '保证期间内已主张' },
  ],
  winChance: 'high',
  court: '云岭县人民法院',
  courtBasis: '借款合同约定由贷款人住所地人民法院管辖。',
  procedure: 'ordinary',
  procedureReason: '标的额较大、担保人较多，需一并确认抵押权与保证责任。',
  collateralEstimates: [
    {
      collateral: 'factory',
      validUntil: '2027-06-29',
      prior: '0.00',
      rate: '70',
      basis: '同类厂房近年成交',
      tax: '8',
    },
  ],
  propertyClues: '借款人名下厂房、土地（已抵押）；何大川名下住宅一套（登记查询）。',
  preservation: '申请查封抵押物及何大川名下住宅，保全限额1,571,441.76元，以保函提供担保。',
  enforcementTerm: '判决生效后12个月',
  expectedRecovery: '1191400.00',
  expectedRecoveryReason: '按抵押物变现测算，未计保证人清偿部分。',
  feeAcceptance: '18942.98',
  feePreservation: '5000.00',
  feeEnforcement: '18114.42',
  feesReason: '按《诉讼费用交纳办法》第十三条、第十四条计算。',
  necessityNegotiation: '自2025年4月至2026年9月，我行与借款人、保证人面谈9次，签订还款计划1次，逾期未履行3期。',
  necessityRisk: '青禾公司已停产，另有两户债权人提起诉讼，若不及时起诉并申请保全，抵押物之外的财产可能被先行处置。',
  necessityClosing: '故建议提起诉讼。',
  decision: 'sue',
  settlementFloor: '一次性偿还本金及期内利息，罚息可协商减免，期限不超过6个月，抵押物不解押。',
  responsibleRole: 'deputy-head',
  responsibleReason: '拟诉标的额1,571,441.76元，超过50万元、不足500万元。',
  handler: '李敏、周凯',
  agency: '本行法律顾问代理',
  filingLevel: '报联社备案',
};

export const HEWAN_FIELDS: ReportFields = filledFields(HEWAN_FACTS, HEWAN_TYPED);

/** Longest data (documents.md §9.4): 60-character name, 12 receipts, 6 guarantors, 5 collateral items. */
export function longestFacts(): ReportFacts {
  const name = `${'云岭县青禾农产品深加工与冷链物流配送及乡村特色产业综合开发经营'.repeat(2).slice(0, 54)}有限责任公司`;
  const loan = HEWAN_FACTS.loans[0] as ReportFacts['loans'][number];
  const guarantee = HEWAN_FACTS.guarantees[1] as ReportFacts['guarantees'][number];
  const item = HEWAN_FACTS.collateral[0] as ReportFacts['collateral'][number];
  return {
    ...HEWAN_FACTS,
    borrower: { ...HEWAN_FACTS.borrower, name },
    loans: Array.from({ length: 12 }, (_, index) => ({
      ...loan,
      contractNo: `河支流借字2023第${String(316 + index).padStart(4, '0')}号`,
      receiptNo: `62303192000${String(12345 + index)}`,
    })),
    guarantees: Array.from({ length: 6 }, (_, index) => ({
      ...guarantee,
      contractNo: `河支保字2023第0316-${index + 1}号`,
      guarantor: { ...guarantee.guarantor, name: `云岭县禾盛${'甲乙丙丁戊己'[index]}号商贸物流有限责任公司` },
    })),
    collateral: Array.from({ length: 5 }, (_, index) => ({
      ...item,
      id: `item${index}`,
      description: `${index + 1}号厂房及土地使用权`,
      titleNo: `云岭（2023）不动产权第000123${index}号`,
    })),
  };
}

/** A credit loan of a person with nothing optional. */
export function barestFacts(): ReportFacts {
  const loan = HEWAN_FACTS.loans[0] as ReportFacts['loans'][number];
  return {
    ...HEWAN_FACTS,
    borrower: { ...person('玛依拉·艾山', '530122197805010011'), phone: null },
    loans: [
      {
        ...loan,
        ratePpm: null,
        penaltyRatePpm: null,
        purpose: null,
        guaranteeMode: null,
        fourLevel: null,
        fiveLevel: null,
        formedOn: null,
      },
    ],
    guarantees: [],
    collateral: [],
    payments: [],
    contacts: { count: 0, from: null, to: null, agreements: 0, brokenInstalments: 0 },
    documents: [],
  };
}
