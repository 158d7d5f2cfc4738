/** The evidence volume of a case: its list with page numbers, and every scan behind it, in one PDF (LIT-02, DOC-CRT-03). */
import { basename, resolve } from 'node:path';
import { caseKey, type EvidenceItem } from '@shared/domain/litigation/caseFile';
import { catalogueBlocks, pagedEvidence } from '@shared/domain/litigation/papers/evidenceList';
import type { CasePaperFacts } from '@shared/domain/litigation/papers/paperFacts';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { writeFileAtomic } from '../../platform/atomicFile';
import { type BundlePart, bundlePages } from '../../platform/render/mergePdf';
import { refuseUnwritable } from '../../platform/writablePath';
import type { Services } from '../../services';
import { writeLogged } from '../audit/loggedFile';
import { gatherCasePaper } from './gatherCasePaper';

const CATALOGUE = '证据目录';

interface Scan {
  readonly item: EvidenceItem;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Refusals in order: evidence-none, evidence-unscanned {names}, attachment-damaged, bundle-file-unreadable {title}. */
function scansOf({ files }: OpenFolder, evidence: readonly EvidenceItem[]): Scan[] {
  if (evidence.length === 0) refuse('evidence-none');
  const names = evidence.filter(({ sha256 }) => sha256 === null).map(({ name }) => name);
  if (names.length > 0) refuse('evidence-unscanned', { names, count: names.length });
  return evidence.map((item) => {
    const bytes = files.get(present(item.sha256, 'its scan was looked for'));
    const pages = bundlePages(bytes) ?? refuse('bundle-file-unreadable', { title: item.name });
    return { item, bytes, pages };
  });
}

/** The list stands before the numbered pages, so that its own length moves none of them. */
async function partsOf(
  { engine, clock }: Services,
  facts: CasePaperFacts,
  scans: readonly Scan[],
  signal: AbortSignal | undefined,
): Promise<BundlePart[]> {
  const pages = new Map(scans.map((scan) => [scan.item.id, scan.pages]));
  const items = pagedEvidence(facts.file.evidence, ({ id }) => pages.get(id) ?? 0);
  const date = clock.today();
  const head = {
    code: 'DOC-CRT-03',
    title: CATALOGUE,
    unit: facts.bank.name,
    date,
    class: 'COURT',
    layout: 'form',
  } as const;
  const catalogue = await engine.renderPdf(
    { ...head, blocks: catalogueBlocks(facts, items, date) },
    { number: '' },
    signal,
  );
  return [
    { title: CATALOGUE, bytes: catalogue.bytes, stamp: null },
    ...scans.map(({ item, bytes }, at) => ({ title: `${at + 1} ${item.name}`, bytes, stamp: `证据${at + 1}` })),
  ];
}

export interface CompileInput {
  readonly id: number;
  /** null: a save dialog asks. */
  readonly path: string | null;
}

/**
 * `path` null: the person cancelled. Refusals in order: case-unknown, evidence-none, evidence-unscanned {names}, attachment-damaged,
 * bundle-file-unreadable {title}, path-unwritable, glyph-missing.
 */
export async function compileEvidence(
  services: Services,
  open: OpenFolder,
  { id, path: given }: CompileInput,
  signal?: AbortSignal,
): Promise<{ path: string | null; pages: number }> {
  const { clock, host, engine } = services;
  const today = clock.today();
  const facts = await gatherCasePaper(open.store.read, id, { today, by: open.actor });
  const scans = scansOf(open, facts.file.evidence);
  const filters = [{ name: 'PDF', extensions: ['pdf'] }];
  const defaultName = `证据材料_${caseKey(id)}_${today}.pdf`;
  const asked = given ?? (await host.chooseSavePath({ title: '', defaultName, filters }));
  if (asked === null) return { path: null, pages: 0 };
  const path = resolve(asked);
  refuseUnwritable(path);
  const { bytes, pages } = await engine.bundle(await partsOf(services, facts, scans, signal), clock.now(), signal);
  await writeLogged(
    open,
    path,
    async () => writeFileAtomic(path, bytes),
    () => ({
      action: 'litigation.compileEvidence',
      objectKind: 'case',
      objectId: String(id),
      householdId: facts.file.household.id,
      detail: { file: basename(path), items: scans.length, pages },
    }),
  );
  return { path, pages };
}
