/** The household file (户档案, ARC-01): one settled state of everything known of a borrower, personal data masked. */
import type { Household, historyEntry, partyView } from '@shared/contract/parties.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { maskIdNumber, maskPhone } from '@shared/domain/parties/mask';
import { percentText } from '@shared/domain/receipts/shares';
import { present } from '@shared/kernel/assert';
import type { z } from 'zod';
import type { ReadDb } from '../../database/store';
import { FORMS } from '../documents/forms';
import {
  appraisalsOf,
  classificationOf,
  collateralOf,
  documentsOf,
  draftsOf,
  findParty,
  guaranteesOf,
  guarantorsOf,
  historyOf,
  householdLoans,
  ownersOf,
  receiptsOf,
  type StoredHistory,
  type StoredParty,
  sharesOf,
} from './household.repository';
import { resolveHousehold } from './householdKey.repository';

type PartyView = z.infer<typeof partyView>;
type Capacity = PartyView['capacity'][number];

/** Refusals: household-unknown, household-ambiguous. `userId`: whose drafts are listed. */
export function readHousehold(db: ReadDb, key: string, userId: number | null): Household {
  const id = resolveHousehold(db, key);
  const household = householdNumber(id);
  const parties = partiesOf(db, id);
  const borrower = present(parties[0], 'a household has its borrower');
  const loans = householdLoans(db, id);
  const sum = (column: 'principal' | 'balance' | 'interestOn' | 'interestOff') =>
    loans.reduce((total, loan) => total + loan[column], 0);
  return {
    id,
    household,
    borrower,
    units: [...new Set(loans.map((loan) => loan.unit))],
    totals: {
      loans: loans.length,
      principal: sum('principal'),
      balance: sum('balance'),
      interestOn: sum('interestOn'),
      interestOff: sum('interestOff'),
    },
    loans,
    parties,
    guarantees: guaranteeViews(db, id),
    collateral: collateralViews(db, id),
    receipts: receiptViews(db, id),
    classification: classificationOf(db, id),
    documents: documentsOf(db, id).map((document) => ({
      ...document,
      hasWord: document.hasWord === 1,
      household,
      borrower: borrower.name,
    })),
    drafts: draftsOf(db, id, userId).map((draft) => ({ ...draft, title: formTitle(draft.form) })),
    history: historyOf(db, id).map(historyView),
  };
}

/** The borrower first; one person in several capacities stands once. */
function partiesOf(db: ReadDb, id: number): PartyView[] {
  const found = new Map<number, { party: StoredParty; capacity: Capacity[] }>();
  const add = (party: StoredParty, capacity: Capacity) => {
    const known = found.get(party.id);
    if (known) known.capacity.push(capacity);
    else found.set(party.id, { party, capacity: [capacity] });
  };
  add(present(findParty(db, id), 'a resolved household has its borrower'), 'borrower');
  for (const party of guarantorsOf(db, id)) add(party, 'guarantor');
  for (const party of ownersOf(db, id)) add(party, 'owner');
  return [...found.values()].map(({ party, capacity }) => partyOf(party, capacity));
}

function partyOf(party: StoredParty, capacity: Capacity[]): PartyView {
  const { id_kind: idKind, id_no: idNo, legal_representative: legalRepresentative, phone, ...rest } = party;
  const masked = { idNumber: idNo && maskIdNumber(idNo), phone: phone && maskPhone(phone) };
  return { ...rest, idKind, ...masked, legalRepresentative, capacity };
}

function guaranteeViews(db: ReadDb, id: number): Household['guarantees'] {
  return guaranteesOf(db, id).map((row) => ({
    id: row.id,
    contract: row.contract,
    guaranteeContract: row.guarantee_contract_no,
    guarantor: row.guarantor,
    partyId: row.party_id,
    kind: row.kind,
    amount: row.amount,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    periodWording: row.period_wording,
    relation: row.relation,
  }));
}

function collateralViews(db: ReadDb, id: number): Household['collateral'] {
  const appraisals = Map.groupBy(appraisalsOf(db, id), (each) => each.collateralId);
  return collateralOf(db, id).map((item) => ({
    ...item,
    appraisals: (appraisals.get(item.id) ?? []).map(({ valuedOn, value }) => ({ valuedOn, value })),
  }));
}

function receiptViews(db: ReadDb, id: number): Household['receipts'] {
  const shares = Map.groupBy(sharesOf(db, id), (each) => each.receiptId);
  return receiptsOf(db, id).map((receipt) => ({
    ...receipt,
    shares: (shares.get(receipt.id) ?? []).map(({ name, ppm }) => ({
      name,
      percent: percentText(ppm),
    })),
  }));
}

const formTitle = (code: string): string => FORMS.find((form) => form.code === code)?.title ?? code;

function historyView(row: StoredHistory): z.infer<typeof historyEntry> {
  const { at, user, action, kind, object } = row;
  return { at, user, action, object: `${kind} ${object}`, detail: JSON.parse(row.detail) as Record<string, unknown> };
}
