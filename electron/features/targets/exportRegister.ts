/** Targets, and who recovers which loan, as Excel or PDF with what was chosen (RPT-04, TEAM-03, TEAM-06, ORG-06). */
import { type Register, register } from '@shared/domain/documents/register';
import { NAMED_COLUMNS, STEP_WORD, TARGET_COLUMNS } from '@shared/domain/targets/targetRegisters';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { ListInput } from '../documents/handOutList';
import { handOutRegister } from '../documents/handOutRegister';
import { showResponsibilities } from './showTargets';
import { allTargets, type TargetFilter } from './targetList';

export type Wanted = { readonly what: 'responsible' } | ({ readonly what: 'targets' } & TargetFilter);

function chosenWords({ closed, group, step, text }: TargetFilter): string {
  const parts = [closed ? '已结案' : '在办', group, step && STEP_WORD[step], text && `“${text}”`];
  return `筛选：${parts.filter(Boolean).join('；')}`;
}

function registerOf(services: Services, open: OpenFolder, wanted: Wanted): Register {
  const level = { class: 'SECRET' } as const;
  if (wanted.what === 'targets') {
    const kind = { code: 'LED-TARGETS', title: '清收对象台账', chosen: chosenWords(wanted), columns: TARGET_COLUMNS };
    return register({ ...kind, ...level }, allTargets(services, open, wanted));
  }
  const kind = { code: 'LED-RESPONSIBLE', title: '岗位清收、责任清收责任人清单', columns: NAMED_COLUMNS };
  return register({ ...kind, ...level }, showResponsibilities(services, open).loans);
}

/** Refusals in order: path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportTargetRegister(
  services: Services,
  open: OpenFolder,
  { wanted, ...input }: ListInput & { readonly wanted: Wanted },
): Promise<{ path: string | null; lines: number }> {
  const list = await open.store.reading(async () => registerOf(services, open, wanted));
  const log = { action: 'targets.exportRegister', detail: { register: wanted.what } };
  return handOutRegister(services, open, input, list, log);
}
