/**
 * Parties as an import meets them: told apart by identifier, without one by name and unit, never merged with a
 * namesake (LOAN-02). What a file says of a party fills and updates his record; what it leaves empty stays.
 */
import type { PartyFacts } from '@shared/domain/imports/records';
import { maskIdNumber, maskPhone } from '@shared/domain/parties/mask';
import { searchTextOf } from '@shared/domain/search/searchText';
import { sortKey } from '@shared/domain/search/sortKey';
import { type ApplyContext, changedFields, type FieldChange, writerFor } from './applier';
import { ENTITIES, type EntityWriter } from './entityWriter.repository';
import { ExistingKeys } from './existingKeys.repository';

/** The columns of `party` that an import can fill, in the order of ENTITIES.party.columns. */
const COLUMNS = ENTITIES.party.columns;
type PartyRow = { id: number } & Record<(typeof COLUMNS)[number], string | number | null>;

export interface PartyInput extends PartyFacts {
  readonly unitId: number | null;
  readonly spouse?: string | null;
  readonly employer?: string | null;
  readonly legalRepresentative?: string | null;
  readonly flags?: string | null;
  readonly status?: string | null;
  readonly remark?: string | null;
}

export class PartyDirectory {
  readonly #byId: ExistingKeys<PartyRow>;
  readonly #byName: ExistingKeys<PartyRow>;
  readonly #writer: EntityWriter | null;
  /** In a dry run a new party has no row yet; its id, counted downwards, only tells new ones apart. */
  #unwritten = 0;

  constructor(context: ApplyContext) {
    const columns = ['id', ...COLUMNS].join(', ');
    const { db, expected } = context;
    this.#byId = new ExistingKeys(db, { table: 'party', columns, key: 'id_no', where: 'id_no IS NOT NULL', expected });
    this.#byName = new ExistingKeys(db, {
      table: 'party',
      columns,
      key: "name || char(10) || coalesce(unit_id, '')",
      where: 'id_no IS NULL',
      expected: Number.POSITIVE_INFINITY,
    });
    this.#writer = writerFor(context, 'party');
  }

  find(input: PartyInput): PartyRow | undefined {
    return input.idNo ? this.#byId.find(input.idNo) : this.#byName.find(nameKey(input));
  }

  /** Whether the identifier belongs to somebody of another name (`id-name-conflict`). */
  conflicts(input: PartyInput): boolean {
    const known = input.idNo ? this.#byId.find(input.idNo) : undefined;
    return known !== undefined && known.name !== input.name;
  }

  /** The party's row after taking the file's facts over; written when the import writes. */
  take(input: PartyInput): PartyRow {
    const known = this.find(input);
    const row = merged(known, input);
    if (known && COLUMNS.every((column) => known[column] === row[column])) return known;
    const values = COLUMNS.map((column) => row[column]);
    if (this.#writer && known) this.#writer.update(known.id, values);
    else if (!known) row.id = this.#writer ? this.#writer.insert(values) : this.#nextUnwritten();
    if (input.idNo) this.#byId.remember(input.idNo, row);
    else this.#byName.remember(nameKey(input), row);
    return row;
  }

  finish(): void {
    this.#writer?.finish();
  }

  #nextUnwritten(): number {
    this.#unwritten -= 1;
    return this.#unwritten;
  }
}

const DERIVED = new Set(['sort_name', 'search_text']);

const MASKED: Readonly<Record<string, (value: string) => string>> = { id_no: maskIdNumber, phone: maskPhone };

/** What a file changed about a party that was there before; identity and phone masked, for nobody gave a purpose. */
export function partyChanges(before: PartyRow, after: PartyRow): FieldChange[] {
  if (before === after) return [];
  const values = COLUMNS.map((column) => after[column]);
  return changedFields(COLUMNS, before, values, DERIVED).map(({ field, from, to }) => {
    const mask = MASKED[field] ?? String;
    return { field, from: mask(from), to: mask(to) };
  });
}

const nameKey = (input: PartyInput): string => `${input.name}\n${input.unitId ?? ''}`;

/** A known name stays: the identifier decides who it is, and a name is corrected by hand, with its evidence. */
function merged(known: PartyRow | undefined, input: PartyInput): PartyRow {
  const keep = (column: keyof PartyRow, value: string | number | null | undefined) =>
    value === null || value === undefined || value === '' ? (known?.[column] ?? null) : value;
  const name = (known?.name as string | undefined) ?? input.name;
  const idNo = keep('id_no', input.idNo) as string | null;
  const address = keep('address', input.address) as string | null;
  const phone = keep('phone', input.phone) as string | null;
  const unsearched = known && known.id_no === idNo && known.phone === phone && known.address === address;
  return {
    id: known?.id ?? 0,
    kind: known?.kind ?? input.kind,
    name,
    id_kind: keep('id_kind', input.idKind),
    id_no: idNo,
    unit_id: known ? known.unit_id : input.idNo ? null : input.unitId,
    address,
    phone,
    spouse: keep('spouse', input.spouse),
    employer: keep('employer', input.employer),
    legal_representative: keep('legal_representative', input.legalRepresentative),
    flags: keep('flags', input.flags),
    status: keep('status', input.status),
    remark: keep('remark', input.remark),
    sort_name: known ? known.sort_name : sortKey(name),
    search_text: unsearched ? known.search_text : searchTextOf([name, idNo, phone, address]),
  };
}
