/** LED-11 文书编号登记簿 as Excel or PDF: what an inspector asks for to see that no number is missing or used twice (documents.md §6). */
import { NUMBER_COLUMNS } from '@shared/domain/documents/numberRegister';
import { register } from '@shared/domain/documents/register';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { formOf } from './forms';
import type { ListInput } from './handOutList';
import { handOutRegister } from './handOutRegister';
import { takenNumbers } from './numbers.repository';

/** Refusals in order: form-unknown, path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportNumbers(
  services: Services,
  open: OpenFolder,
  { form, ...input }: ListInput & { readonly form: string | null },
): Promise<{ path: string | null; lines: number }> {
  const rows = takenNumbers(open.store.read, form);
  const chosen = form === null ? null : `筛选：${formOf(form).title}`;
  const kind = { code: 'LED-11', title: '文书编号登记簿', class: 'SECRET', chosen, columns: NUMBER_COLUMNS } as const;
  return handOutRegister(services, open, input, register(kind, rows), {
    action: 'documents.exportNumbers',
    detail: { register: 'LED-11', form },
  });
}
