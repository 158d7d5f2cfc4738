/** Terms of interest of loans as they were recorded, and the money that a loan got since their first day. */
import type { AccrualFacts, InterestTerms } from '@shared/domain/interest/accrual';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredTerms extends InterestTerms {
  readonly id: number;
  readonly source: string;
  readonly by: string;
  readonly at: string;
}

interface Row extends Pick<StoredTerms, 'id' | 'source' | 'by' | 'at' | 'upliftPercent' | 'basis'> {
  readonly loanId: number;
  readonly from: CalendarDate;
  readonly contract: number;
  readonly penalty: number;
  readonly compound: number;
  readonly rates: string;
  readonly isCompound: 0 | 1;
  readonly callPenalty: 0 | 1 | null;
}

const TERMS = `SELECT terms.id, loan_id AS loanId, from_day AS "from", open_contract AS contract, open_penalty AS penalty,
    open_compound AS compound, rates, uplift_percent AS upliftPercent, compound AS isCompound,
    call_penalty AS callPenalty, basis, source,
    app_user.display AS by, terms.at
  FROM interest_terms AS terms JOIN app_user ON app_user.id = user_id
  WHERE loan_id IN (SELECT id FROM loan WHERE party_id = ?) ORDER BY terms.id`;

const termsOf = ({
  loanId: _,
  contract,
  penalty,
  compound,
  rates,
  isCompound,
  callPenalty,
  ...row
}: Row): StoredTerms => ({
  ...row,
  open: { contract, penalty, compound },
  rates: JSON.parse(rates),
  compound: isCompound === 1,
  callPenalty: callPenalty === null ? null : callPenalty === 1,
});

/** The newest of each loan of a household. */
export const termsOfHousehold = (db: ReadDb, partyId: number): Map<number, StoredTerms> =>
  new Map((db.hot(TERMS).all(partyId) as Row[]).map((row) => [row.loanId, termsOf(row)]));

export const newestTermsId = (db: ReadDb, loanId: number): number | null =>
  db.hot('SELECT max(id) FROM interest_terms WHERE loan_id = ?').pluck().get(loanId) as number | null;

export interface LoanOfTerms {
  readonly partyId: number;
  readonly issuedOn: CalendarDate | null;
  readonly contract: string;
}

export const loanOfTerms = (db: ReadDb, id: number): LoanOfTerms | undefined =>
  db
    .hot('SELECT party_id AS partyId, issue_date AS issuedOn, contract_no AS contract FROM loan WHERE id = ?')
    .get(id) as LoanOfTerms | undefined;

export async function insertTerms(
  tx: WriteTx,
  loanId: number,
  {
    from,
    open,
    rates,
    upliftPercent,
    compound,
    basis,
    callPenalty,
    source,
  }: InterestTerms & { readonly source: string },
): Promise<number> {
  const { id } = await tx.q
    .insertInto('interest_terms')
    .values({
      ...{ loan_id: loanId, from_day: from, source, basis },
      ...{ open_contract: open.contract, open_penalty: open.penalty, open_compound: open.compound },
      ...{ rates: JSON.stringify(rates), uplift_percent: upliftPercent, compound: compound ? 1 : 0 },
      call_penalty: callPenalty === null ? null : callPenalty ? 1 : 0,
      ...{ user_id: present(tx.actor.userId, 'terms are recorded by a user'), at: tx.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

// Receipts recorded here count as they reduce the debt towards the debtor; a reversal takes the whole payment back.
const PAID = `SELECT received_on AS "on", sum(owed_principal) AS principal, sum(owed_interest) AS interest
    FROM payment_line JOIN payment ON payment.id = payment_id
    WHERE loan_id = @loan AND received_on >= @from
      AND NOT EXISTS (SELECT 1 FROM payment_reversal WHERE payment_reversal.payment_id = payment.id)
    GROUP BY payment.id
  UNION ALL SELECT received_on, principal, interest FROM receipt
    WHERE loan_id = @loan AND payment_id IS NULL AND received_on >= @from
  UNION ALL SELECT decided_on, 0, amount FROM interest_measure
    WHERE loan_id = @loan AND measure = 'relief' AND state = 'approved' AND decided_on >= @from
  ORDER BY 1`;

export const paidSince = (db: ReadDb, loan: number, from: CalendarDate): AccrualFacts['payments'] =>
  db.hot(PAID).all({ loan, from }) as AccrualFacts['payments'];
