/** What notices speak of besides a household: one guarantor's guarantee, one thing of a third person. */
import { contractKey } from '@shared/domain/imports/foldText';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { SubjectKind } from '../documents/form';
import { resolveHousehold } from '../parties/householdKey.repository';
import { noticeGuarantee, noticeParty, noticeSecurity } from './noticeFacts.repository';

interface Found {
  readonly id: number;
  readonly key: string;
  readonly label: string;
}

/**
 * By the key of the signatory (`g12`, `s3`, as lists show it), or by a contract number or a household key when there is only
 * one. Refuses subject-unknown, subject-ambiguous {candidates: [{key, label}]}.
 */
export function findOne(
  db: ReadDb,
  typed: string,
  letter: string,
  table: string,
  byLoans: (loans: string) => string,
): number {
  const own = new RegExp(`^${letter}(\\d+)$`, 'i').exec(typed.trim());
  if (own) {
    const id = Number(own[1]);
    return db.hot(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) ? id : refuse('subject-unknown', { key: typed });
  }
  const byContract = db.hot(byLoans('contract_key = ?')).all(contractKey(typed)) as Found[];
  const found =
    byContract.length > 0 ? byContract : (db.hot(byLoans('party_id = ?')).all(resolveHousehold(db, typed)) as Found[]);
  const [only] = found;
  if (only === undefined) refuse('subject-unknown', { key: typed });
  if (found.length > 1) refuse('subject-ambiguous', { candidates: found.map(({ key, label }) => ({ key, label })) });
  return only.id;
}

export const GUARANTEE: SubjectKind = {
  name: 'guarantee',
  find: (db, key) =>
    findOne(
      db,
      key,
      'g',
      'guarantee',
      (which) => `SELECT guarantee.id, 'g' || guarantee.id AS key, party.name AS label FROM guarantee
        JOIN party ON party.id = guarantee.party_id
        WHERE loan_id IN (SELECT id FROM loan WHERE ${which}) ORDER BY guarantee.id`,
    ),
  describe: (db, id) => {
    const guarantee = present(noticeGuarantee(db, id), 'the guarantee exists');
    const borrower = noticeParty(db, guarantee.borrowerId).name;
    const label = `${noticeParty(db, guarantee.partyId).name}（保证人，债务人${borrower}）`;
    return { id, partyId: guarantee.borrowerId, label };
  },
};

export const SECURITY: SubjectKind = {
  name: 'security',
  find: (db, key) =>
    findOne(
      db,
      key,
      's',
      'collateral',
      (which) => `SELECT id, 's' || id AS key, concat_ws(' ', owner_name, kind) AS label FROM collateral
        WHERE loan_id IN (SELECT id FROM loan WHERE ${which}) ORDER BY id`,
    ),
  describe: (db, id) => {
    const security = present(noticeSecurity(db, id), 'the security exists');
    const borrower = noticeParty(db, security.borrowerId).name;
    return { id, partyId: security.borrowerId, label: `${security.owner.name}（担保人，债务人${borrower}）` };
  },
};
