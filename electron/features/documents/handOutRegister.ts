/** A register (documents.md §6) as Excel or PDF, with the same columns, and its row in the log (RPT-04, ORG-06). */
import { type Register, type RegisterHead, registerNote, registerPaper } from '@shared/domain/documents/register';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { readBank } from '../users/users.repository';
import { handOutList, type ListInput } from './handOutList';

/** Characters of Excel's default font in a column that is so many mm wide on paper; a Chinese heading takes two for each. */
const excelWidth = ({ kind, width, title }: RegisterHead): number =>
  kind === 'amount' ? 16 : Math.max(title.length * 2 + 2, Math.round(width * 0.9));

/** `log`: its action, and what it tells beside format, reason and lines. Refusals: those of handOutList. `path` null: the person cancelled. */
export async function handOutRegister(
  services: Services,
  open: OpenFolder,
  input: ListInput,
  list: Register,
  log: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
): Promise<{ path: string | null; lines: number }> {
  const lines = list.cells.length;
  const path = await handOutList(services, open, list.title, input, async () => {
    const { name: bank } = await readBank(open.store.read);
    const maker = { bank, date: services.clock.today(), madeBy: open.actor.display };
    const columns = list.heads.map((head) => ({ title: head.title, kind: head.kind, width: excelWidth(head) }));
    return {
      paper: registerPaper(list, maker),
      sheets: [{ name: list.title, columns, rows: list.cells, notes: [list.title, registerNote(list, maker)] }],
      action: log.action,
      detail: { ...log.detail, lines },
    };
  });
  return { path, lines: path === null ? 0 : lines };
}
