/** Rows of party, guarantor and collateral lists (LOAN-02, LOAN-04). */
import { nameSaysOrganisation } from '../../parties/partyKind';
import type { FieldKey } from '../fields/fieldSpec';
import { contractKey } from '../foldText';
import { type ImportContext, readUnit } from '../interpretContext';
import type { Mapping } from '../mapping';
import type { CollateralRecord, GuaranteeRecord, PartyRecord } from '../records';
import { MAX_REMARK, type RowReader } from '../rowReader';
import { readGuaranteeKind, readGuaranteeMode } from '../words';
import { readFlags, readIdentifier, readParty, remarkWithFlags } from './readParty';

export function readPartyRow(reader: RowReader, context: ImportContext, mapping: Mapping): PartyRecord | null {
  const unit = readUnit(reader, context, mapping.unit, false);
  const found = readParty(reader, 'partyName', context.asOf);
  const flagText = reader.text('specialFlags');
  const rest = {
    unit,
    spouse: reader.text('spouse'),
    employer: reader.text('employer'),
    legalRepresentative: reader.text('legalRepresentative'),
    specialFlags: readFlags(flagText),
    status: reader.text('status'),
    remark: remarkWithFlags(reader.text('remark', 'note', MAX_REMARK), flagText),
  };
  return found === null ? null : { ...found.party, ...rest };
}

/** A day, or the phrase that stands for it: 直至主债务本息还清为止, 未约定, 两年. A day that cannot be is refused. */
function dateOrPhrase(reader: RowReader, field: FieldKey): { date: string | null; phrase: string | null } {
  const { date, problem } = reader.dateReading(field);
  if (problem === 'date-impossible') reader.refuse('date-impossible', field);
  return { date, phrase: problem === 'date-text' ? reader.text(field) : null };
}

const notNegative = (reader: RowReader, field: FieldKey): number | null => {
  const fen = reader.amount(field);
  if (fen !== null && fen < 0) reader.refuse('amount-negative', field);
  return fen;
};

export function readGuarantee(reader: RowReader, context: ImportContext): GuaranteeRecord | null {
  const contractNo = reader.contract();
  const found = readParty(reader, 'guarantorName', context.asOf);
  const kind = readGuaranteeKind(reader.text('guaranteeKind'));
  if (kind === null) reader.refuse('guarantee-mode-unknown', 'guaranteeKind');
  const start = dateOrPhrase(reader, 'periodStart');
  const end = dateOrPhrase(reader, 'periodEnd');
  if (start.date !== null && end.date !== null && end.date < start.date) reader.refuse('due-before-issue', 'periodEnd');
  const rest = {
    guaranteeContractNo: reader.numberText('guaranteeContractNo'),
    amountFen: notNegative(reader, 'amount'),
    periodStart: start.date,
    periodEnd: end.date,
    periodWording: end.phrase ?? start.phrase,
    relation: reader.text('relation'),
    employer: reader.text('employer'),
    remark: reader.text('remark', 'note', MAX_REMARK),
  };
  if (contractNo === null || found === null || kind === null) return null;
  return { contractNo, contractKey: contractKey(contractNo), guarantor: found.party, kind, ...rest };
}

function readSecurity(reader: RowReader): CollateralRecord['security'] {
  const text = reader.text('security');
  if (text === null) return null;
  const mode = readGuaranteeMode(text)?.mode;
  if (mode === '抵押' || mode === '质押') return mode;
  reader.refuse('guarantee-mode-unknown', 'security');
  return null;
}

/**
 * One item. `ordinal` numbers the items of a contract from 1; it stands in for a list without 序号.
 */
export function readCollateral(
  reader: RowReader,
  context: ImportContext,
  ordinal: (contract: string) => number,
): CollateralRecord | null {
  const contractNo = reader.contract();
  const kind = reader.name('itemKind');
  const ownerName = reader.raw('ownerName') === null ? null : reader.name('ownerName');
  const owner = readIdentifier(
    reader,
    'ownerIdNo',
    ownerName !== null && nameSaysOrganisation(ownerName),
    context.asOf,
  );
  const registeredOn = reader.date('registeredOn');
  const registrationExpiry = reader.date('registrationExpiry');
  if (registeredOn !== null && registrationExpiry !== null && registrationExpiry < registeredOn)
    reader.refuse('due-before-issue', 'registrationExpiry');
  const rest = {
    security: readSecurity(reader),
    location: reader.text('location'),
    quantity: reader.text('quantity'),
    ownerName,
    ownerIdNo: owner?.idNo ?? null,
    certificateNo: reader.numberText('certificateNo'),
    registeredOn,
    registrationExpiry,
    firstValueFen: notNegative(reader, 'firstValue'),
    firstValuedOn: reader.date('firstValuedOn'),
    latestValueFen: notNegative(reader, 'latestValue'),
    latestValuedOn: reader.date('latestValuedOn'),
    sufficient: reader.text('sufficient'),
    validity: reader.text('validity'),
  };
  if (contractNo === null || kind === null) return null;
  const key = contractKey(contractNo);
  const itemNo = reader.numberText('itemNo') ?? String(ordinal(key));
  return { contractNo, contractKey: key, itemNo, kind, ...rest };
}
