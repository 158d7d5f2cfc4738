/** What the file says of a household, gathered for the pre-litigation report; every figure with its source (LIT-01). */
import type {
  CollateralFacts,
  Figure,
  GuaranteeFacts,
  LoanFacts,
  PartyFacts,
  PaymentFacts,
  ReportFacts,
} from '@shared/domain/litigation/preLitigationReport/facts';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { paperDate } from '@shared/kernel/calendarDate';
import type { ReadDb } from '../../database/store';
import { readBank } from '../users/users.repository';

const ledgerFigure = (value: number, asOf: string): Figure => ({
  value,
  source: { label: `贷款台账（${paperDate(asOf)}）`, kind: 'ledger', asOf },
});

/** Facts of one household as of its newest ledger; settled loans stay out of the report. */
export async function readReportFacts(db: ReadDb, partyId: number, today: string): Promise<ReportFacts> {
  const loans = await db.q
    .selectFrom('loan')
    .innerJoin('unit', 'unit.id', 'loan.unit_id')
    .selectAll('loan')
    .select('unit.name as unit')
    .where('party_id', '=', partyId)
    .where((e) => e.or([e('balance', '>', 0), e('interest_on', '>', 0), e('interest_off', '>', 0)]))
    .orderBy('loan.id')
    .execute();
  // Guarantees and collateral hang on a contract's first receipt, which may be settled while another is not.
  const drawn = await db.q
    .selectFrom('loan')
    .select(['id', 'contract_key', 'contract_no'])
    .where('party_id', '=', partyId)
    .execute();
  const live = new Set(loans.map((loan) => loan.contract_key));
  const contractOf = new Map(
    drawn.flatMap((loan) => (live.has(loan.contract_key) ? [[loan.id, loan.contract_no] as const] : [])),
  );
  const ids = [...contractOf.keys()];
  const asOf = loans.reduce((newest, loan) => (loan.as_of > newest ? loan.as_of : newest), '') || today;
  const [bank, borrower, guarantees, collateral, payments] = await Promise.all([
    readBank(db),
    readParty(db, partyId),
    readGuarantees(db, ids, asOf),
    readCollateral(db, ids, contractOf, asOf),
    readPayments(db, ids),
  ]);
  return {
    asOf,
    bank: { name: bank.name },
    unit: { name: loans[0]?.unit ?? bank.name },
    household: { fileNo: householdNumber(partyId) },
    borrower,
    loans: loans.map(loanFacts),
    guarantees,
    collateral,
    payments,
    // Contact log and scans come with later steps; until then the form says that none are on file.
    contacts: { count: 0, from: null, to: null, agreements: 0, brokenInstalments: 0 },
    documents: [],
  };
}

interface LoanRow {
  contract_no: string;
  receipt_no: string | null;
  principal: number;
  balance: number;
  as_of: string;
  issue_date: string | null;
  due_date: string | null;
  extended_to: string | null;
  annual_rate: string | null;
  purpose: string | null;
  guarantee_mode: string | null;
  four_level: string | null;
  five_level: string | null;
  npl_date: string | null;
}

function loanFacts(loan: LoanRow): LoanFacts {
  return {
    contractNo: loan.contract_no,
    receiptNo: loan.receipt_no ?? '',
    granted: ledgerFigure(loan.principal, loan.as_of),
    balance: ledgerFigure(loan.balance, loan.as_of),
    issuedOn: loan.issue_date,
    dueOn: loan.extended_to ?? loan.due_date,
    ratePpm: loan.annual_rate === null ? null : Math.round(Number(loan.annual_rate) * 1_000_000),
    penaltyRatePpm: null,
    purpose: loan.purpose,
    guaranteeMode: loan.guarantee_mode,
    fourLevel: loan.four_level,
    fiveLevel: loan.five_level,
    formedOn: loan.npl_date,
  };
}

async function readParty(db: ReadDb, id: number): Promise<PartyFacts> {
  const row = await db.q.selectFrom('party').selectAll().where('id', '=', id).executeTakeFirst();
  return partyFacts(present(row, 'the household exists'));
}

function partyFacts(row: {
  name: string;
  kind: 'person' | 'organisation';
  id_no: string | null;
  address: string | null;
  phone: string | null;
  legal_representative: string | null;
}): PartyFacts {
  const { name, kind, address, phone } = row;
  return { name, kind, idNo: row.id_no, address, phone, legalRepresentative: row.legal_representative };
}

async function readGuarantees(db: ReadDb, loanIds: readonly number[], asOf: string): Promise<GuaranteeFacts[]> {
  if (loanIds.length === 0) return [];
  const rows = await db.q
    .selectFrom('guarantee')
    .innerJoin('party', 'party.id', 'guarantee.party_id')
    .innerJoin('loan', 'loan.id', 'guarantee.loan_id')
    .select(['party.name', 'party.kind', 'party.id_no', 'party.address', 'party.phone', 'party.legal_representative'])
    .select(['guarantee.guarantee_contract_no', 'loan.contract_no', 'guarantee.amount', 'guarantee.period_end'])
    .where('guarantee.loan_id', 'in', loanIds)
    .orderBy('guarantee.id')
    .execute();
  return rows.map((row) => ({
    contractNo: row.guarantee_contract_no ?? row.contract_no,
    signedOn: null,
    guarantor: partyFacts(row),
    isMaximum: false,
    amount:
      row.amount === null
        ? null
        : { value: row.amount, source: { label: '担保人清单（保证合同）', kind: 'contract', asOf } },
    periodEnd: row.period_end,
  }));
}

async function readCollateral(
  db: ReadDb,
  loanIds: readonly number[],
  contractOf: ReadonlyMap<number, string>,
  asOf: string,
): Promise<CollateralFacts[]> {
  if (loanIds.length === 0) return [];
  const items = await db.q.selectFrom('collateral').selectAll().where('loan_id', 'in', loanIds).orderBy('id').execute();
  const ids = items.map((item) => item.id);
  const appraisals = ids.length === 0 ? [] : await appraisalsOf(db, ids);
  return items.map((item) => ({
    id: String(item.id),
    kind: item.security === '质押' ? 'pledge' : 'mortgage',
    isMaximum: false,
    contractNo: contractOf.get(item.loan_id) ?? '',
    description: item.location ? `${item.kind}（${item.location}）` : item.kind,
    location: item.location,
    owner: item.owner_name ?? '',
    quantity: item.quantity,
    titleNo: null,
    registrationNo: item.certificate_no,
    registeredOn: item.registered_on,
    registeredAmount: null,
    isLive: item.validity === null || !/注销|解除|灭失|无效|失效/.test(item.validity),
    appraisals: appraisals
      .filter((appraisal) => appraisal.collateral_id === item.id)
      .map((appraisal) => ({
        on: appraisal.valued_on ?? asOf,
        value: {
          value: appraisal.value,
          source: { label: '抵质押物清单（评估值）', kind: 'appraisal' as const, asOf: appraisal.valued_on ?? asOf },
        },
        appraiser: null,
      })),
  }));
}

/** Newest first. */
function appraisalsOf(db: ReadDb, ids: readonly number[]) {
  return db.q
    .selectFrom('appraisal')
    .selectAll()
    .where('collateral_id', 'in', ids)
    .orderBy('valued_on', 'desc')
    .orderBy('seq', 'desc')
    .execute();
}

async function readPayments(db: ReadDb, loanIds: readonly number[]): Promise<PaymentFacts[]> {
  if (loanIds.length === 0) return [];
  const rows = await db.q
    .selectFrom('receipt')
    .select(['received_on', 'principal', 'interest', 'receipt_no'])
    .where('loan_id', 'in', loanIds)
    .orderBy('received_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    on: row.received_on,
    amount: {
      value: row.principal + row.interest,
      source: { label: `收回流水 ${row.receipt_no}`, kind: 'ledger', asOf: row.received_on },
    },
  }));
}
