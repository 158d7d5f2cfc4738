/** The fictional case of the forms (documents.md §4): 青禾公司, its loan of 1,500,000.00 and its two guarantors. */
import type { NoticeFacts, NoticeLoan, NoticeParty } from '@shared/domain/dunning/noticeFacts';
import type { Accrual } from '@shared/domain/interest/accrual';

export const QINGHE: NoticeParty = {
  name: '云岭县青禾农产品加工有限公司',
  kind: 'organisation',
  idNo: '91530000MA00000007',
  address: '云岭县工业路8号',
  phone: '0870-0000000',
  status: '停产',
};

export const HE_DACHUAN: NoticeParty = {
  name: '何大川',
  kind: 'person',
  idNo: '530000197001019902',
  address: '云岭县河湾镇某街3号',
  phone: '15400000000',
  status: '正常',
};

/** Interest paid to 2024-12-20, computed to 2026-09-20 (tests of the accrual come to it line by line). */
export const QINGHE_INTEREST: Accrual = {
  asOf: '2026-09-20',
  contract: 2_002_000,
  penalty: 19_841_250,
  compound: 300_926,
  open: { contract: 0, penalty: 0, compound: 0 },
  lines: [],
  paid: 0,
  basis: 360,
  callUnsaid: null,
  trace: [],
};

/** The same loan when nobody recorded its terms of interest. */
export const byLedger = <L extends NoticeLoan>(loan: L): L => ({
  ...loan,
  accrual: null,
  interestMissing: 'interest-terms-missing',
});

const LOAN: NoticeLoan = {
  id: 1,
  contractNo: '河支流借字2023第0316号',
  receiptNo: '6230319200012345',
  issuedOn: '2023-03-16',
  dueOn: '2025-03-15',
  granted: 150_000_000,
  balance: 132_000_000,
  interest: 22_144_176,
  asOf: '2026-09-20',
  accrual: QINGHE_INTEREST,
  interestMissing: null,
  interestGap: null,
  received: 0,
};

/** The demand to the borrower; with `given` another addressee or state. */
export function qingheNotice(given: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    asOf: '2026-09-20',
    today: '2026-09-21',
    role: 'borrower',
    bank: {
      name: '云岭农村商业银行股份有限公司河湾支行',
      address: '云岭县河湾镇人民路1号',
      phone: '0870-1234567',
      account: {
        name: '云岭农村商业银行股份有限公司河湾支行',
        number: '6230000000000001234',
        bank: '云岭农村商业银行河湾支行',
      },
    },
    unit: { id: 1, name: '河湾支行' },
    officer: '李某',
    contact: '李某',
    partyId: 1,
    addressee: QINGHE,
    borrower: QINGHE,
    loans: [LOAN],
    guarantee: null,
    security: null,
    heir: null,
    acceleration: null,
    coSigners: [],
    missed: [],
    states: [
      {
        loanId: 1,
        verdict: 'running',
        expiry: '2029-04-10',
        form: 'DOC-REC-01',
        reason: null,
        article: '民法典 第一百九十五条',
      },
    ],
    term: { least: 7, usual: 30 },
    ...given,
  };
}

/** The same debt asked of one guarantor. */
export const guarantorNotice = (given: Partial<NoticeFacts> = {}): NoticeFacts =>
  qingheNotice({
    role: 'guarantor',
    addressee: HE_DACHUAN,
    guarantee: {
      id: 7,
      contractNo: '河支保字2023第0316-1号',
      kind: 'joint',
      amount: null,
      periodEnd: '2028-03-15',
      periodWording: null,
    },
    states: [
      {
        loanId: 1,
        verdict: 'running',
        expiry: '2029-04-10',
        form: 'DOC-REC-03',
        reason: null,
        article: '民法典 第六百九十三条',
      },
    ],
    ...given,
  });
