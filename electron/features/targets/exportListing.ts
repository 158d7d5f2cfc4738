/** The yearly list of off-balance targets as a file (LED-15, IMP-05, ORG-06): Excel for work, PDF for the hand-over, logged with its reason. */
import {
  LISTING_COLUMNS,
  type ListedLoan,
  listingFoot,
  listingPaper,
  type UnitFigures,
} from '@shared/domain/targets/listingPaper';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { WrittenSheet } from '../../platform/sheets/writeTable';
import type { Services } from '../../services';
import { handOutList, type ListInput } from '../documents/handOutList';
import { ledgerRows } from '../loans/ledgerRows.repository';
import { branchUnit } from '../users/users.repository';
import { showListing } from './showTargets';
import { listedLoans } from './targets.repository';

interface ExportInput extends ListInput {
  /** null: all sub-branches. */
  readonly unit: number | null;
}

const NAME = '表外清收对象清册';

function loansFor(db: ReadDb, year: string, units: readonly UnitFigures[]): ListedLoan[] {
  const sources = new Map(listedLoans(db, year).map(({ loanId, source }) => [loanId, source]));
  const wanted = new Set(units.map(({ unit }) => unit));
  return ledgerRows(db, [...sources.keys()])
    .filter(({ unit }) => wanted.has(unit))
    .map(
      ({ id, unit, borrower, address, idNumber, balance, interestOn, interestOff, phone, guarantee, collateral }) => ({
        ...{ unit, borrower, address, idNumber, balance, phone },
        interest: interestOn + interestOff,
        security: [guarantee, collateral].filter(Boolean).join('；'),
        source: sources.get(id) ?? 'off-balance',
      }),
    );
}

function sheets(units: readonly UnitFigures[], loans: readonly ListedLoan[], head: string): WrittenSheet[] {
  const columns = LISTING_COLUMNS.map(({ title, kind, width }) => ({
    title,
    kind,
    width: Math.max(12, Math.round(width * 0.6)),
  }));
  const rows = loans.map((loan) => LISTING_COLUMNS.map(({ cell }) => cell(loan)));
  const notes = [head, ...units.map((unit) => `${unit.unit}：${listingFoot(unit)}`)];
  return [{ name: NAME, columns, rows, notes }];
}

/** Refusals in order: unit-unknown, path-unwritable, glyph-missing. `path` null: the person cancelled. */
export async function exportListing(
  services: Services,
  open: OpenFolder,
  { unit, ...input }: ExportInput,
): Promise<{ path: string | null; loans: number }> {
  const today = services.clock.today();
  const db = open.store.read;
  const listing = await open.store.reading(() => showListing(services, open));
  const units = listing.units.filter(({ id, balance }) => (unit === null ? balance > 0 : id === unit));
  if (unit !== null && units.length === 0) refuse('unit-unknown', { unit });
  let listed = 0;
  const path = await handOutList(services, open, NAME, input, async () => {
    const loans = await open.store.reading(async () => loansFor(db, listing.year, units));
    listed = loans.length;
    const head = { bank: (await branchUnit(db)).name, date: today, asOf: listing.asOf, madeBy: open.actor.display };
    return {
      paper: listingPaper(head, units, loans),
      sheets: sheets(units, loans, `${head.bank}　截至${head.asOf}　单位：元`),
      action: 'targets.exportListing',
      detail: { loans: loans.length, units: units.length },
    };
  });
  return { path, loans: listed };
}
