/** A list or register that leaves the program (RPT-04, ORG-06): Excel for work, PDF for paper, with a watermark and a row in the log. */
import { basename, resolve } from 'node:path';
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import type { OpenFolder } from '../../openFolder';
import { writeFileAtomic } from '../../platform/atomicFile';
import { localMinute } from '../../platform/clock';
import { type WrittenSheet, writeTable } from '../../platform/sheets/writeTable';
import { refuseUnwritable } from '../../platform/writablePath';
import type { Services } from '../../services';
import { writeLogged } from '../audit/loggedFile';

export interface ListInput {
  readonly format: 'xlsx' | 'pdf';
  readonly reason: string;
  /** null: a save dialog asks. */
  readonly path: string | null;
}

export interface List {
  readonly paper: PaperDocument;
  readonly sheets: readonly WrittenSheet[];
  /** The log's action, and what it tells beside format and reason. */
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `name`: of the file. `make`: once the place is known. null: the person cancelled. Refusals: path-unwritable, those of `make`, glyph-missing, export-too-long. */
export async function handOutList(
  services: Services,
  open: OpenFolder,
  name: string,
  { format, reason, path: given }: ListInput,
  make: () => Promise<List>,
): Promise<string | null> {
  const filters = [{ name: format === 'xlsx' ? 'Excel' : 'PDF', extensions: [format] }];
  const defaultName = `${name}_${services.clock.today()}.${format}`;
  const asked = given ?? (await services.host.chooseSavePath({ title: '', defaultName, filters }));
  if (asked === null) return null;
  const path = resolve(asked);
  refuseUnwritable(path, open.folder.root);
  const list = await make();
  const { display, name: signInName } = open.actor;
  const watermark = `${display} ${signInName} ${localMinute(services.clock.now())}`;
  const write = async () => {
    if (format === 'xlsx') return writeTable(path, { sheets: [...list.sheets], watermark });
    const { bytes } = await services.engine.renderPdf(list.paper, { number: '', watermark });
    writeFileAtomic(path, bytes);
  };
  const detail = { ...list.detail, format, reason: maskNumbersIn(reason) };
  await writeLogged(open, path, write, () => ({
    action: list.action,
    objectKind: 'file',
    objectId: basename(path),
    detail,
  }));
  return path;
}
