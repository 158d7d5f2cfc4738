/** The register of notices as it is shown: filtered, with what is missing and what each delivery means. */
import type { NoticeView } from '@shared/contract/dunning.contract';
import { effectOf } from '@shared/domain/dunning/decideDelivery';
import { deliveryAct } from '@shared/domain/dunning/delivery';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { RadarLine } from '@shared/domain/portfolio/radar';
import { addDays, type CalendarDate } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { householdOfKey, resolveHousehold } from '../parties/householdKey.repository';
import { householdRadar } from '../portfolio/householdRadar';
import { rulesInForce } from '../rules/rulesInForce';
import { deliveryCorrections } from './deliveryCorrections.repository';
import { noticeParty } from './noticeFacts.repository';
import { listNotices, type NoticeFilter, type NoticeRow, noticeSubjects, readNotice } from './notices.repository';
import { scansOfNotice } from './scans.repository';

export interface RegisterFilter extends Omit<NoticeFilter, 'partyId' | 'textPartyId'> {
  readonly household: string | null;
}

export interface Chasing {
  /** Days after which a receipt that is out is asked for, and after which it is asked for again. */
  readonly days: number;
  readonly again: number;
  /** Receipts of notices from before this day are missing. */
  readonly before: CalendarDate;
}

export async function chasing(db: ReadDb, today: CalendarDate): Promise<Chasing> {
  const { book } = await rulesInForce(db, today);
  const rule = new Inquiry(book).values('dunning/receipt-chase', today);
  const days = rule.number('afterDays');
  return { days, again: rule.number('againDays'), before: addDays(today, -days) };
}

/** The day on which a receipt that is out is to be asked for, the first time or again. */
export const chaseDay = ({ noticedOn, chasedOn }: Pick<NoticeRow, 'noticedOn' | 'chasedOn'>, rule: Chasing) =>
  chasedOn === null ? addDays(noticedOn, rule.days) : addDays(chasedOn, rule.again);

export function noticeView({ partyId, jobId: _job, ...row }: NoticeRow, rule: Chasing): NoticeView {
  const consents = row.consents === 1;
  const act = deliveryAct({ ...row, consents, on: row.arrivedOn ?? row.receiptOn });
  const missing = row.outcome === 'open' && row.voided === 0 && row.scans === 0 && row.noticedOn < rule.before;
  return {
    ...row,
    household: householdNumber(partyId),
    consents,
    voided: row.voided === 1,
    effect: row.voided === 1 ? 'none' : effectOf(act),
    missing,
    chaseOn: missing ? chaseDay(row, rule) : null,
  };
}

export const withParty = (db: ReadDb, { household, ...filter }: RegisterFilter): NoticeFilter => ({
  ...filter,
  partyId: household === null ? null : resolveHousehold(db, household),
  textPartyId: filter.text === '' ? null : householdOfKey(db, filter.text),
});

/** Refuses household-unknown. */
export async function showRegister(services: Services, open: OpenFolder, input: RegisterFilter & { limit: number }) {
  const db = open.store.read;
  const rule = await chasing(db, services.clock.today());
  const rows = listNotices(db, withParty(db, input), rule.before, input.limit);
  const notices = rows.map((row) => noticeView(row, rule));
  return { chaseAfterDays: rule.days, missing: notices.filter((each) => each.missing).length, notices };
}

/** The lines of the radar that are the notice's addressee's own, by loan. */
export function clocksOf(lines: readonly RadarLine[], notice: NoticeRow, db: ReadDb): readonly RadarLine[] {
  return noticeSubjects(db, notice.id).flatMap(({ loanId, guaranteeId }) => {
    const key = notice.role === 'guarantor' ? `g${guaranteeId}` : `b${loanId}`;
    return lines.filter((line) => line.key === key && line.loanId === loanId);
  });
}

/** Refuses notice-unknown. */
export async function showNotice(services: Services, open: OpenFolder, id: number) {
  const db = open.store.read;
  const today = services.clock.today();
  const row = readNotice(db, id);
  const rule = await chasing(db, today);
  const { book } = await rulesInForce(db, today);
  const { lines } = householdRadar(db, book, { id: row.partyId, name: noticeParty(db, row.partyId).name }, today);
  const contracts = new Map(noticeSubjects(db, id).map(({ loanId, contract }) => [loanId, contract]));
  const clocks = clocksOf(lines, row, db).map(({ loanId, expiry, verdict }) => {
    return { contract: contracts.get(loanId) ?? '', expiry, verdict };
  });
  const corrections = deliveryCorrections(db, id);
  return { notice: noticeView(row, rule), clocks, scans: scansOfNotice(db, id), corrections };
}
