/** What the books say of a borrower's loans before they are put into a package (DOC-DSP-08). */
import type { SituationLoan } from '@shared/domain/contracts/situationPaper';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb } from '../../database/store';
import { COUNTS } from '../contacts/contacts.repository';

interface Row extends Omit<SituationLoan, 'dunnedOn'> {
  readonly status: string | null;
  readonly noticedOn: CalendarDate | null;
  readonly contactedOn: CalendarDate | null;
}

/** Money and notices of each loan, contacts of the household; the newest package that a loan was put into. */
const LOANS = `SELECT loan.id AS loanId, loan.contract_no AS contract, loan.principal, loan.balance, issue_date AS issuedOn,
    coalesce(extended_to, due_date) AS dueOn, interest_off AS interest, loan.status, put.hard, put.price,
    (SELECT max(received_on) FROM receipt WHERE loan_id = loan.id AND receipt.principal + receipt.interest > 0) AS paidOn,
    (SELECT max(noticed_on) FROM notice JOIN notice_item AS item ON item.notice_id = notice.id
      WHERE item.loan_id = loan.id AND item.guarantee_id IS NULL) AS noticedOn,
    (SELECT max(substr(held_at, 1, 10)) FROM contact AS c
      WHERE c.party_id = loan.party_id AND initiative = 'bank' AND reached = 1 AND ${COUNTS}) AS contactedOn
  FROM loan LEFT JOIN tender_package_loan AS put ON put.loan_id = loan.id
    AND put.package_id = (SELECT max(package_id) FROM tender_package_loan WHERE loan_id = loan.id)`;

const later = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a !== null && (b === null || a > b) ? a : b;

export type StoredSituation = SituationLoan & { readonly status: string | null };

const shown = ({ noticedOn, contactedOn, ...loan }: Row): StoredSituation => ({
  ...loan,
  dunnedOn: later(noticedOn, contactedOn),
});

/** A loan of a tender with its borrower and package. */
export type TenderSituation = StoredSituation & {
  readonly borrower: string;
  readonly borrowerStatus: string | null;
  readonly package: string;
};

/** The loans of a tender, package by package. */
export function tenderSituations(db: ReadDb, tenderId: number): TenderSituation[] {
  const sql = `SELECT own.*, party.name AS borrower, party.status AS borrowerStatus, package.name AS package
    FROM tender_package AS package JOIN tender_package_loan AS packed ON packed.package_id = package.id
    JOIN loan ON loan.id = packed.loan_id JOIN party ON party.id = loan.party_id
    JOIN (${LOANS}) AS own ON own.loanId = loan.id WHERE tender_id = ? ORDER BY package.id, loan.id`;
  type TenderRow = Row & Pick<TenderSituation, 'borrower' | 'borrowerStatus' | 'package'>;
  return (db.hot(sql).all(tenderId) as TenderRow[]).map(({ noticedOn, contactedOn, ...row }) => ({
    ...row,
    dunnedOn: later(noticedOn, contactedOn),
  }));
}

/** Of a household, those that anything is owed of, in the order of their dates. */
export const situationLoans = (db: ReadDb, partyId: number): StoredSituation[] =>
  (
    db
      .hot(
        `${LOANS} WHERE loan.party_id = ? AND loan.balance + interest_on + interest_off > 0 ORDER BY issue_date, loan.id`,
      )
      .all(partyId) as Row[]
  ).map(shown);
