/** A paid reward sheet, and a decision that came after it: what a spec of adjustment lines begins with. */
import { randomUUID } from 'node:crypto';
import { decideRequest } from '../../../electron/features/approvals/decideRequest';
import { recordLiability } from '../../../electron/features/rewards/liabilities';
import { computeSheet } from '../../../electron/features/rewards/runSheet';
import { paySheet, submitSheet } from '../../../electron/features/rewards/settleSheet';
import { showSheet } from '../../../electron/features/rewards/showSheets';
import { ago, as } from './contracts';
import { day } from './dates';

const FIRST = { from: '2026-10-01', to: '2026-10-31' };

/** Computed by `zu`, approved by `fen` and `hang`, paid by `xin`, who then records that its first payee owes the recovery. Returns his name. */
export async function seedPaidSheet(dataDir: string): Promise<string> {
  const consent = { outcome: 'consent' as const, opinion: '' };
  const { id, approval } = await as(dataDir, 'zu', async (open) => {
    const sheet = await computeSheet(ago(0), open, { ...FIRST, requestId: randomUUID() });
    const asked = await submitSheet(ago(0), open, { id: sheet.id, rev: 1 });
    return { id: sheet.id, approval: asked.approval };
  });
  for (const [rev, name] of [
    [1, 'fen'],
    [2, 'hang'],
  ] as const)
    await as(dataDir, name, (open) =>
      decideRequest(day(0), open, { ...consent, id: approval, rev, requestId: randomUUID() }),
    );
  return as(dataDir, 'xin', async (open) => {
    const { rev, lineRows } = await showSheet(ago(0), open, id);
    await paySheet(ago(0), open, { id, rev, on: day(0), voucherNo: '00881' });
    const line = lineRows.find(({ amount }) => amount > 0);
    if (!line) throw new Error('nobody was rewarded');
    await recordLiability(ago(0), open, {
      ...{ contract: line.contract, person: line.name, kind: 'new-npl', irregularity: null, post: null },
      ...{ appoint: false, amount: 100_000, decision: '责任认定〔2026〕9号', decidedOn: '2026-10-01' },
      ...{ deadline: '2027-03-01', requestId: randomUUID() },
    });
    return line.name;
  });
}
