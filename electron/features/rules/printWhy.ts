/** Prints what a figure rests on, as the person has it on screen. Nothing is stored; the log says which rules it named. */
import type { WhyPaper } from '@shared/contract/rules.contract';
import { whySheet } from '@shared/domain/rules/whySheet';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { localMinute } from '../../platform/clock';
import type { Services } from '../../services';
import { readBank } from '../users/users.repository';

/** Refusals in order: glyph-missing, print-failed. A cancelled print leaves no entry. */
export async function printWhy(
  services: Services,
  open: OpenFolder,
  { asked, asOf, ...sheet }: WhyPaper,
): Promise<{ outcome: 'sent' | 'cancelled' }> {
  const unit = (await readBank(open.store.read)).name;
  const mark = `${open.actor.display} ${localMinute(services.clock.now())}`;
  const paper = whySheet(sheet, { unit, date: services.clock.today(), mark });
  const { bytes } = await services.engine.renderPdf(paper, {});
  const outcome = await services.host.printPdf({ title: sheet.title, bytes });
  if (outcome === 'failed') refuse('print-failed', { number: sheet.title });
  if (outcome === 'cancelled') return { outcome };
  await open.store.write(open.actor, async () => {
    const audit = { action: 'rules.printWhy', objectKind: 'rule', objectId: asked[0]?.rule ?? '' };
    return { result: null, audit: { ...audit, detail: { asOf, rules: asked } } };
  });
  return { outcome };
}
