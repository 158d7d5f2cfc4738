/** The register as a file: Excel for work, PDF for the shelf, with the same lines in the same order (LED-03, ORG-06). */
import { OUTCOME_WORD } from '@shared/domain/dunning/deliveryRecord';
import { REGISTER_COLUMNS, type RegisterLine, registerPaper } from '@shared/domain/dunning/registerPaper';
import type { RadarLine } from '@shared/domain/portfolio/radar';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { WrittenSheet } from '../../platform/sheets/writeTable';
import type { Services } from '../../services';
import { handOutList, type ListInput } from '../documents/handOutList';
import { householdRadar } from '../portfolio/householdRadar';
import { rulesInForce } from '../rules/rulesInForce';
import { readBank } from '../users/users.repository';
import { noticeParty } from './noticeFacts.repository';
import { listNotices, type NoticeRow } from './notices.repository';
import { chasing, clocksOf, noticeView, type RegisterFilter, withParty } from './register';

type ExportInput = RegisterFilter & ListInput;

/** Lines of one file: each is held against its household's clocks. */
const MOST_LINES = 20_000;
const NAME = '催收通知书发放及回执台账';

/** Oldest first, as a register is kept; each line with the day on which the signatory's claim now runs out. Refuses export-too-long. */
async function linesOf(db: ReadDb, today: string, filter: RegisterFilter): Promise<RegisterLine[]> {
  const rule = await chasing(db, today);
  const { book } = await rulesInForce(db, today);
  const radars = new Map<number, readonly RadarLine[]>();
  const linesFor = (partyId: number) => {
    const known = radars.get(partyId) ?? householdRadar(db, book, { id: partyId, ...nameOf(db, partyId) }, today).lines;
    radars.set(partyId, known);
    return known;
  };
  const earliest = (row: NoticeRow): string | null =>
    clocksOf(linesFor(row.partyId), row, db).reduce<string | null>(
      (least, { expiry }) => (expiry !== null && (least === null || expiry < least) ? expiry : least),
      null,
    );
  const rows = listNotices(db, withParty(db, filter), rule.before, MOST_LINES + 1).reverse();
  if (rows.length > MOST_LINES) refuse('export-too-long', { limitRows: MOST_LINES });
  return rows.map((row) => ({ ...noticeView(row, rule), expiry: earliest(row) }));
}

const nameOf = (db: ReadDb, partyId: number) => ({ name: noticeParty(db, partyId).name });

/** The filter in words, for the heading. */
function chosenWords({ unit, officer, household, from, to, state, text }: RegisterFilter): string {
  const parts = [
    unit,
    officer,
    household,
    from || to ? `${from ?? ''}至${to ?? ''}` : null,
    state === null ? null : state === 'missing' ? '回执未回' : OUTCOME_WORD[state],
    text === '' ? null : `“${text}”`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '全部' : parts.join('；');
}

function sheets(lines: readonly RegisterLine[], notes: readonly string[]): WrittenSheet[] {
  const columns = REGISTER_COLUMNS.map(({ title, kind, width }) => {
    return { title, kind, width: kind === 'amount' ? 16 : Math.max(12, Math.round((width ?? 20) * 0.9)) };
  });
  const rows = lines.map((line, index) => REGISTER_COLUMNS.map((column) => column.cell(line, index)));
  return [{ name: '登记簿', columns, rows, notes }];
}

/** Refusals in order: path-unwritable, household-unknown, export-too-long, glyph-missing. `path` null: the person cancelled. */
export async function exportRegister(
  services: Services,
  open: OpenFolder,
  { format, reason, path: given, ...filter }: ExportInput,
): Promise<{ path: string | null; notices: number }> {
  const today = services.clock.today();
  let exported = 0;
  const path = await handOutList(services, open, NAME, { format, reason, path: given }, async () => {
    const lines = await linesOf(open.store.read, today, filter);
    exported = lines.length;
    const { name: bank } = await readBank(open.store.read);
    const head = { bank, date: today, madeBy: open.actor.display, chosen: chosenWords(filter) };
    const { text: _text, household: _household, ...chosen } = filter;
    return {
      paper: registerPaper(head, lines),
      sheets: sheets(lines, [NAME, `${bank}　筛选：${head.chosen}　单位：元　${today}`]),
      action: 'dunning.exportRegister',
      detail: { notices: lines.length, ...chosen },
    };
  });
  return { path, notices: exported };
}
