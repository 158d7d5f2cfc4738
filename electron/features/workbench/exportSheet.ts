/** The day's work sheet (作业单, S02) as PDF or Excel: the list on screen, with room for what came of it. */
import { register } from '@shared/domain/documents/register';
import { KIND_WORD, SHEET_COLUMNS, SPAN_WORD } from '@shared/domain/workbench/workSheet';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { ListInput } from '../documents/handOutList';
import { handOutRegister } from '../documents/handOutRegister';
import { type WorkInput, workFor } from './listWork';

const SCOPE_WORD = { mine: '本人', unit: '本机构', all: '全行' } as const;

function chosenWords({ scope, spans, kinds, person }: WorkInput, display: string): string {
  const whose = scope === 'mine' ? display : SCOPE_WORD[scope];
  const parts = [
    whose,
    person,
    spans.map((span) => SPAN_WORD[span]).join('、'),
    kinds.map((kind) => KIND_WORD[kind]).join('、'),
  ];
  return `筛选：${parts.filter(Boolean).join('；')}`;
}

/** Refusals in order: path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportSheet(
  services: Services,
  open: OpenFolder,
  { format, reason, path, ...input }: ListInput & WorkInput,
): Promise<{ path: string | null; lines: number }> {
  const { items } = await open.store.reading(() => workFor(services, open, input));
  const chosen = chosenWords(input, open.actor.display);
  const kind = { code: 'LED-WORK', title: '清收作业单', class: 'SECRET', chosen, columns: SHEET_COLUMNS } as const;
  const log = { action: 'workbench.exportSheet', detail: { scope: input.scope } };
  return handOutRegister(services, open, { format, reason, path }, register(kind, items), log);
}
