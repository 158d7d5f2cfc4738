/** Appeals of both sides against one judgment: one that is withdrawn leaves the other's (民诉法 171, 180). */
import type { CaseAct } from './acts';

type Act = Pick<CaseAct, 'kind' | 'detail'>;

/** The act at this place withdraws one appeal while another goes on: the judgment does not take effect by it. */
export function leavesAppeal(acts: readonly Act[], at: number): boolean {
  const withdrawn = acts[at];
  if (withdrawn?.kind !== 'appeal-withdrawn') return false;
  const open = new Set<string>();
  for (const act of acts.slice(0, at)) {
    const { by } = act.detail;
    if (act.kind === 'judged' || act.kind === 'suit-rejected') open.clear();
    // An imported ledger does not say whose it was.
    else if (act.kind === 'appealed' && by) open.add(by);
    else if (act.kind === 'appeal-withdrawn' && by) open.delete(by);
  }
  return [...open].some((by) => by !== withdrawn.detail.by);
}
